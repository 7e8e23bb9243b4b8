<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
  <context>
    <name>groundshift</name>
    <message>
      <location filename="../../plugin.py" />
      <source>Explorer: series, profiles, animation</source>
      <translation>Explorador: series, perfiles, animación</translation>
    </message>
    <message>
      <location filename="../../plugin.py" />
      <source>Start: what can I do with my data?</source>
      <translation>Inicio: ¿qué puedo hacer con mis datos?</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>0 for no limit; points without one pass.</source>
      <translation>0: sin límite; los puntos sin este valor se aceptan.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Area (km2)</source>
      <translation>Área (km2)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Areas</source>
      <translation>Áreas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Areas of quality 1</source>
      <translation>Áreas de calidad 1</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Areas of quality 2</source>
      <translation>Áreas de calidad 2</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Areas of quality 3</source>
      <translation>Áreas de calidad 3</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Areas of quality 4</source>
      <translation>Áreas de calidad 4</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Between two rates.</source>
      <translation>Entre dos velocidades.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Both together</source>
      <translation>Ambas juntas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Both, in areas of their own</source>
      <translation>Ambas, en áreas propias</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Clusters</source>
      <translation>Agrupación</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>DBSCAN: farthest neighbour; HDBSCAN: longest step within a cluster; 3 resolutions if empty.</source>
      <translation>DBSCAN: vecino más lejano; HDBSCAN: paso más largo dentro de un grupo; 3 resoluciones si está vacío.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Delaunay triangulation</source>
      <translation>Triangulación de Delaunay</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Density (DBSCAN)</source>
      <translation>Densidad (DBSCAN)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Density hierarchy (HDBSCAN)</source>
      <translation>Jerarquía de densidades (HDBSCAN)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Direction</source>
      <translation>Sentido</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Distance of density clusters (m)</source>
      <translation>Distancia de los grupos por densidad (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>End of the sweep (mm/yr)</source>
      <translation>Fin del barrido (mm/yr)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Every point with what became of it and its area.</source>
      <translation>Todos los puntos, con lo que ocurrió con cada uno y su área.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>False discovery rate</source>
      <translation>Tasa de falsos descubrimientos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Field of coherences</source>
      <translation>Campo de coherencias</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Field of rates</source>
      <translation>Campo de velocidades</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Field of standard deviations</source>
      <translation>Campo de desviaciones estándar</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Finds where the ground moves: leaves out isolated points and points unlike their neighbours, selects those that move (a fixed rate, a multiple of the map's spread, or a sweep of rates that gives areas within areas), joins neighbours, and describes every area: size, rates, accumulated motion, mean series, noise in time and space, and a quality from 1 (reliable) to 4 (discard). Noise indices are shares of variance: 0 is a clean signal, 1 is noise. Quality is 1 up to 0.2 of the worse of the two, 2 up to 0.5, 3 up to 0.8; without series it is 2 at best, from the rates alone.</source>
      <translation>Busca dónde se mueve el terreno: excluye los puntos aislados y los que difieren de sus vecinos, selecciona los que se mueven (una velocidad fija, un múltiplo de la dispersión del mapa o un barrido de velocidades que da áreas dentro de áreas), une los vecinos y describe cada área: tamaño, velocidades, movimiento acumulado, serie media, ruido en el tiempo y en el espacio, y una calidad de 1 (fiable) a 4 (descartar). Los índices de ruido son fracciones de la varianza: 0 es señal limpia, 1 es ruido. La calidad es 1 hasta 0.2 del peor de los dos, 2 hasta 0.5, 3 hasta 0.8; sin series es 2 como mucho, solo a partir de las velocidades.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Fixed threshold</source>
      <translation>Umbral fijo</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>For a velocity raster; mm/yr.</source>
      <translation>Para un ráster de velocidad; mm/yr.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>For dbscan and hdbscan: a difference in rate that separates as much as the distance does; 0 for clusters in space alone.</source>
      <translation>Para dbscan y hdbscan: diferencia de velocidad que separa tanto como la distancia; 0 para agrupar solo en el espacio.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>For fixed, and where a sweep begins.</source>
      <translation>Para fixed, y donde empieza un barrido.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>For sigma and robust sigma.</source>
      <translation>Para sigma y robust sigma.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Guessed from the usual names if empty; - for none (rates are fitted to the dates then). Rates down the slope may be given, too.</source>
      <translation>Si está vacío, se deduce de los nombres habituales; - para ninguno (entonces las velocidades se ajustan a las fechas). También se pueden dar velocidades a lo largo de la pendiente.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Guessed if empty; - for none.</source>
      <translation>Si está vacío, se deduce; - para ninguno.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Hold the share of false ones among the hot spots at that level (Benjamini and Hochberg 1995), not that among all points.</source>
      <translation>Mantener en ese nivel la proporción de falsos entre los puntos calientes (Benjamini y Hochberg 1995), y no entre todos los puntos.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Hot spots (Getis-Ord Gi*)</source>
      <translation>Puntos calientes (Getis-Ord Gi*)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>In the window, the point itself included; points that differ more from their neighbours are left out.</source>
      <translation>En la ventana, incluido el propio punto; se excluyen los puntos que difieren más de sus vecinos.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Largest Z-score</source>
      <translation>Puntuación Z máxima</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Level of the test.</source>
      <translation>Nivel de la prueba.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Longest edge (m)</source>
      <translation>Arista máxima (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Lowest threshold (mm/yr)</source>
      <translation>Umbral más bajo (mm/yr)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Minimum coherence</source>
      <translation>Coherencia mínima</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Minimum number of points</source>
      <translation>Número mínimo de puntos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Moving points</source>
      <translation>Puntos en movimiento</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Multiple of the robust spread (MAD)</source>
      <translation>Múltiplo de la dispersión robusta (MAD)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Multiple of the standard deviation</source>
      <translation>Múltiplo de la desviación estándar</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Of an area.</source>
      <translation>De un área.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Of displacements, and of rates by year. The unit that a raster states itself wins.</source>
      <translation>De los desplazamientos y, por año, de las velocidades. Prevalece la unidad que declare el propio ráster.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Of the circle around a point; 1.3 resolutions if empty. Points whose circles overlap belong together.</source>
      <translation>Del círculo en torno a un punto; 1.3 resoluciones si está vacío. Los puntos cuyos círculos se solapan van juntos.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Of the triangulation; 3 resolutions if empty.</source>
      <translation>De la triangulación; 3 resoluciones si está vacío.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Overlapping circles</source>
      <translation>Círculos superpuestos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Points in areas</source>
      <translation>Puntos en áreas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Points or velocity raster</source>
      <translation>Puntos o ráster de velocidad</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Points that pass the filters</source>
      <translation>Puntos que superan los filtros</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Points without one pass.</source>
      <translation>Los puntos sin este valor se aceptan.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Polygons with counts, rates, accumulated motion, noise, quality, mean series.</source>
      <translation>Polígonos con recuentos, velocidades, movimiento acumulado, ruido, calidad y serie media.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Radius of influence (m)</source>
      <translation>Radio de influencia (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Radius; 2 resolutions if empty, 0 for no filter. Points without a neighbour in it are left out.</source>
      <translation>Radio; 2 resoluciones si está vacío, 0 para no filtrar. Se excluyen los puntos sin ningún vecino dentro de él.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Rate (mm/yr)</source>
      <translation>Velocidad (mm/yr)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Rate that counts as the distance (mm/yr)</source>
      <translation>Velocidad que equivale a la distancia (mm/yr)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Rates along the line of sight, positive towards the satellite: points with velocity_mm_yr (or VEL, mean_velocity ...) and, where they have them, a field for each date (DYYYYMMDD); StaMPS' tables (CSV); or a raster of rates, each cell a point.</source>
      <translation>Velocidades en línea de vista, positivas hacia el satélite: puntos con velocity_mm_yr (o VEL, mean_velocity ...) y, si los tienen, un campo por fecha (DYYYYMMDD); tablas de StaMPS (CSV); o un ráster de velocidades, en el que cada celda es un punto.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Resolution (m)</source>
      <translation>Resolución (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Significance of hot spots</source>
      <translation>Significación de los puntos calientes</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Step of the sweep (mm/yr)</source>
      <translation>Paso del barrido (mm/yr)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Sweep of thresholds</source>
      <translation>Barrido de umbrales</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>The last rate at most.</source>
      <translation>La última velocidad, como máximo.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>The lengths below are multiples of it. If empty: a raster's cell, the spacing of points that are pixels, or 0.7 times the mean spacing of scattered points.</source>
      <translation>Las longitudes siguientes son múltiplos de ella. Si está vacía: la celda del ráster, el espaciado de los puntos que son píxeles, o 0.7 veces el espaciado medio de los puntos dispersos.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Times sigma</source>
      <translation>Veces sigma</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Turn the sign of rates and series.</source>
      <translation>Invertir el signo de velocidades y series.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Window of the noise filter (m)</source>
      <translation>Ventana del filtro de ruido (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>active deformation areas</source>
      <translation>áreas de deformación activa</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>ada</source>
      <translation>ada</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>apart: motion towards the satellite and away from it in areas of their own; both: together, as Barra et al. and Wang et al. have it; or one of the two only.</source>
      <translation>apart: el movimiento hacia el satélite y el de alejamiento en áreas separadas; both: juntos, como en Barra et al. y Wang et al.; o solo uno de los dos.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>circles: overlapping circles of influence; delaunay: a triangulation with long edges cut; dbscan, hdbscan: density in space and velocity; getis-ord: hot and cold spots of the rate.</source>
      <translation>circles: círculos de influencia que se solapan; delaunay: triangulación con las aristas largas cortadas; dbscan, hdbscan: densidad en espacio y velocidad; getis-ord: puntos calientes y fríos de la velocidad.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>cluster</source>
      <translation>agrupamiento</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>dbscan</source>
      <translation>dbscan</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>hdbscan</source>
      <translation>hdbscan</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>hot spot</source>
      <translation>punto caliente</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>robust sigma, sigma: |v| above so many times the map's spread (by the median, or the standard deviation); fixed: above a rate; sweep: a level of areas for each of several rates. Hot spots select by themselves.</source>
      <translation>robust sigma, sigma: |v| por encima de tantas veces la dispersión del mapa (por la mediana o por la desviación estándar); fixed: por encima de una velocidad; sweep: un nivel de áreas para cada una de varias velocidades. Los puntos calientes hacen su propia selección.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/classifyareas.py" />
      <source>0 takes 3 x 3 cells.</source>
      <translation>0 toma 3 x 3 celdas.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/classifyareas.py" />
      <source>A class that holds one of these words (or parts of words), parted by commas.</source>
      <translation>Clase que contiene una de estas palabras (o partes de palabras), separadas por comas.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/classifyareas.py" />
      <source>As above.</source>
      <translation>Como arriba.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/classifyareas.py" />
      <source>Buildings and works</source>
      <translation>Edificios y obras</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/classifyareas.py" />
      <source>CSV instead of the shipped rules, with the columns process, evidence, from, to, weight, needed.</source>
      <translation>CSV en lugar de las reglas incluidas, con las columnas process, evidence, from, to, weight, needed.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/classifyareas.py" />
      <source>Classified areas</source>
      <translation>Áreas clasificadas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/classifyareas.py" />
      <source>Classify active areas</source>
      <translation>Clasificar áreas activas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/classifyareas.py" />
      <source>Distance that is near (m)</source>
      <translation>Distancia considerada cercana (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/classifyareas.py" />
      <source>Field: class of the ground</source>
      <translation>Campo: clase del terreno</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/classifyareas.py" />
      <source>From the tool 'Decompose into up and east'.</source>
      <translation>De la herramienta 'Descomponer en vertical y este'.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/classifyareas.py" />
      <source>Geology or land cover</source>
      <translation>Geología o cobertura del suelo</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/classifyareas.py" />
      <source>Landslide</source>
      <translation>Deslizamiento de ladera</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/classifyareas.py" />
      <source>Mapped landslides</source>
      <translation>Deslizamientos de ladera cartografiados</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/classifyareas.py" />
      <source>Mapped mining</source>
      <translation>Minería cartografiada</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/classifyareas.py" />
      <source>Mapped sinkholes</source>
      <translation>Dolinas cartografiadas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/classifyareas.py" />
      <source>Metres; slopes are needed for landslides and subsidence.</source>
      <translation>Metros; las pendientes hacen falta para deslizamientos de ladera y subsidencia.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/classifyareas.py" />
      <source>Minimum known share</source>
      <translation>Proporción conocida mínima</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/classifyareas.py" />
      <source>Minimum lead</source>
      <translation>Ventaja mínima</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/classifyareas.py" />
      <source>Minimum rate for a direction (mm/yr)</source>
      <translation>Velocidad mínima para asignar dirección (mm/yr)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/classifyareas.py" />
      <source>Minimum score</source>
      <translation>Puntuación mínima</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/classifyareas.py" />
      <source>Mining</source>
      <translation>Minería</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/classifyareas.py" />
      <source>Needed with that layer.</source>
      <translation>Necesario con esa capa.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/classifyareas.py" />
      <source>Of (east, up); slower areas have no known direction.</source>
      <translation>De (este, vertical); las áreas más lentas no tienen dirección conocida.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/classifyareas.py" />
      <source>Of a class.</source>
      <translation>De una clase.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/classifyareas.py" />
      <source>Of the weights of a class' rules.</source>
      <translation>De los pesos de las reglas de una clase.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/classifyareas.py" />
      <source>Over the second score.</source>
      <translation>Sobre la segunda puntuación.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/classifyareas.py" />
      <source>Polygons of 'Active areas', with mean_mm_yr.</source>
      <translation>Polígonos de 'Áreas activas', con mean_mm_yr.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/classifyareas.py" />
      <source>Polygons with classes of the ground.</source>
      <translation>Polígonos con clases del terreno.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/classifyareas.py" />
      <source>Polygons, lines or points: an area counts fully from a fifth of it inside of polygons, or where it holds a line or point; half where it is near.</source>
      <translation>Polígonos, líneas o puntos: un área cuenta por completo si al menos un quinto de ella está dentro de polígonos o si contiene una línea o un punto; la mitad si está cerca.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/classifyareas.py" />
      <source>Radius of slopes (m)</source>
      <translation>Radio de las pendientes (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/classifyareas.py" />
      <source>Rate to the east (mm/yr)</source>
      <translation>Velocidad hacia el este (mm/yr)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/classifyareas.py" />
      <source>Rate upwards (mm/yr)</source>
      <translation>Velocidad hacia arriba (mm/yr)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/classifyareas.py" />
      <source>Scores what may be behind each active area: landslide, subsidence, sinkhole, settlement of buildings and works, or mining, by rules on slope, size and shape, what is mapped there, the ground, and the direction of motion from two orbits. Every score comes with what each rule counted, as text and numbers; where evidence is weak or two explanations are close, the area stays 'unclassified'. Scores from 0 to 1 rank explanations, they are no calibrated probabilities.</source>
      <translation>Puntúa qué puede haber detrás de cada área activa: deslizamiento de ladera, subsidencia, dolina, asentamiento de edificios y obras, o minería, mediante reglas sobre pendiente, tamaño y forma, lo cartografiado en ella, el terreno y la dirección del movimiento a partir de dos órbitas. Cada puntuación incluye lo que aportó cada regla, en texto y en números; si la evidencia es débil o dos explicaciones quedan próximas, el área permanece como 'unclassified'. Las puntuaciones, de 0 a 1, ordenan explicaciones; no son probabilidades calibradas.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/classifyareas.py" />
      <source>Settlement</source>
      <translation>Asentamiento</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/classifyareas.py" />
      <source>Sinkhole</source>
      <translation>Dolina</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/classifyareas.py" />
      <source>Subsidence</source>
      <translation>Subsidencia</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/classifyareas.py" />
      <source>Table of rules</source>
      <translation>Tabla de reglas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/classifyareas.py" />
      <source>The areas with class, scores and evidence.</source>
      <translation>Las áreas con clase, puntuaciones y evidencia.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/classifyareas.py" />
      <source>To what is mapped.</source>
      <translation>A lo cartografiado.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/classifyareas.py" />
      <source>Unclassified</source>
      <translation>Sin clasificar</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/classifyareas.py" />
      <source>Words for compressible ground</source>
      <translation>Palabras para terreno compresible</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/classifyareas.py" />
      <source>Words for soluble ground</source>
      <translation>Palabras para terreno soluble</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/classifyareas.py" />
      <source>mining</source>
      <translation>minería</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/classifyareas.py" />
      <source>rules</source>
      <translation>reglas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/classifyareas.py" />
      <source>settlement</source>
      <translation>asentamiento</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/classifyareas.py" />
      <source>sinkhole</source>
      <translation>dolina</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>1 (best) to 4; where empty: quality.</source>
      <translation>De 1 (la mejor) a 4; si está vacío: quality.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>All (km or number)</source>
      <translation>Total (km o número)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>Along the line of sight or the slope; its size counts. Where empty: slope_velocity_mm_yr, mean_slope_mm_yr, mean_mm_yr, median_mm_yr or velocity_mm_yr, the first that is there.</source>
      <translation>En línea de vista o a lo largo de la pendiente; cuenta su magnitud. Si está vacío: slope_velocity_mm_yr, mean_slope_mm_yr, mean_mm_yr, median_mm_yr o velocity_mm_yr, el primero que exista.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>Areas by what they expose</source>
      <translation>Áreas según lo que exponen</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>Areas with anything in or near them</source>
      <translation>Áreas con algo dentro o cerca</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>As for the rate. 4 reaches an angular distortion of 1/500, at which buildings crack, in 50 years.</source>
      <translation>Como para la velocidad. 4 alcanza en 50 años una distorsión angular de 1/500, con la que los edificios se agrietan.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>Distance of points (m)</source>
      <translation>Distancia de los puntos (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>Elements with an exposed part</source>
      <translation>Elementos con alguna parte expuesta</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>Exposed elements</source>
      <translation>Elementos expuestos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>Exposed segments or objects</source>
      <translation>Tramos u objetos expuestos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>Exposure to active areas</source>
      <translation>Exposición a áreas activas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>Field: gradient of the areas (mm/yr over 100 m)</source>
      <translation>Campo: gradiente de las áreas (mm/yr en 100 m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>Field: kind of the elements</source>
      <translation>Campo: tipo de los elementos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>Field: name of the areas</source>
      <translation>Campo: nombre de las áreas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>Field: quality of the areas</source>
      <translation>Campo: calidad de las áreas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>Field: rate of the areas (mm/yr)</source>
      <translation>Campo: velocidad de las áreas (mm/yr)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>Field: rate of the points (mm/yr)</source>
      <translation>Campo: velocidad de los puntos (mm/yr)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>Finds the roads, railways, pipes (lines), buildings (polygons) or other objects (points) that lie in active areas or near them. Lines are cut into segments. Each segment or object is scored from 0 to 100 by rate, gradient, quality of the area and position, and ranked; columns hold every part of the score and say why. Rates and gradients come from measurement points around it where these are given, else from the area. Totals by kind and by area come out as a table.</source>
      <translation>Busca las carreteras, vías férreas y tuberías (líneas), los edificios (polígonos) u otros objetos (puntos) que están en áreas activas o cerca de ellas. Las líneas se cortan en tramos. Cada tramo u objeto recibe una puntuación de 0 a 100 por velocidad, gradiente, calidad del área y posición, y se ordena por ella; las columnas guardan cada parte de la puntuación y la explican. Las velocidades y gradientes proceden de los puntos de medición de alrededor, si se dan; si no, del área. Los totales por tipo y por área se entregan en una tabla.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>From 0 to 1; areas of unknown quality get 0.6.</source>
      <translation>De 0 a 1; las áreas de calidad desconocida reciben 0.6.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>Highest score</source>
      <translation>Puntuación máxima</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>In areas (km or number)</source>
      <translation>En áreas (km o número)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>In or near areas (km or number)</source>
      <translation>En áreas o cerca de ellas (km o número)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>Length of segments (m)</source>
      <translation>Longitud de los tramos (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>Limits of the gradient (mm/yr over 100 m)</source>
      <translation>Límites del gradiente (mm/yr en 100 m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>Limits of the rate (mm/yr)</source>
      <translation>Límites de la velocidad (mm/yr)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>Lines are cut into segments of this length; the last one takes the rest.</source>
      <translation>Las líneas se cortan en tramos de esta longitud; el último toma el resto.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>Lines, polygons or points, in any CRS. Run the tool once for each layer; scores can be compared between them.</source>
      <translation>Líneas, polígonos o puntos, en cualquier SRC. Ejecutar la herramienta una vez por capa; las puntuaciones son comparables entre ellas.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>Measurement points</source>
      <translation>Puntos de medición</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>Of high or very high class (km or number)</source>
      <translation>De clase alta o muy alta (km o número)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>Points so far from a segment or object speak for it.</source>
      <translation>Los puntos a esta distancia de un tramo u objeto lo representan.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>Points with rates: their median within the distance below replaces the area's rate (from 3 points on; inside of an area only where it is larger), and a plane through them gives the gradient (from 5 points on).</source>
      <translation>Puntos con velocidades: su mediana dentro de la distancia indicada abajo sustituye a la velocidad del área (a partir de 3 puntos; dentro de un área, solo si es mayor), y un plano ajustado a ellos da el gradiente (a partir de 5 puntos).</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>Polygons, such as those of 'Active areas', with a rate and a quality.</source>
      <translation>Polígonos, como los de 'Áreas activas', con velocidad y calidad.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>Rates that score 0.25, 0.5, 0.75 and 1; linear in between.</source>
      <translation>Velocidades que puntúan 0.25, 0.5, 0.75 y 1; lineal entre ellas.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>Roads, railways or buildings</source>
      <translation>Carreteras, vías férreas o edificios</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>Segments of lines, polygons or points in or near areas, the highest score first.</source>
      <translation>Tramos de líneas, polígonos o puntos en áreas o cerca de ellas, de mayor a menor puntuación.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>Segments or objects</source>
      <translation>Tramos u objetos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>Share of the gradient in the score, where it is known.</source>
      <translation>Peso relativo del gradiente en la puntuación, donde se conoce.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>The active areas with what lies in and near them, and their rank.</source>
      <translation>Las áreas activas con lo que hay en ellas y cerca, y su posición en la clasificación.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>Totals</source>
      <translation>Totales</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>Totals are given for each kind, such as classes of roads.</source>
      <translation>Se dan totales para cada tipo, por ejemplo clases de carreteras.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>Weight of the gradient</source>
      <translation>Peso del gradiente</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>Weights of the quality indices 1 to 4</source>
      <translation>Pesos de los índices de calidad 1 a 4</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>What is farther from every area is not exposed.</source>
      <translation>Lo que está más lejos de todas las áreas no está expuesto.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>Where empty: area_id, or the fid.</source>
      <translation>Si está vacío: area_id o el fid.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>Where empty: gradient_mm_yr_100m, or the range of the rates (max_mm_yr - min_mm_yr) over half of the area's extent, as a rough stand-in.</source>
      <translation>Si está vacío: gradient_mm_yr_100m, o el rango de las velocidades (max_mm_yr - min_mm_yr) dividido por la mitad de la extensión del área, como sustituto aproximado.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>Where empty: slope_velocity_mm_yr, velocity_mm_yr or another usual name.</source>
      <translation>Si está vacío: slope_velocity_mm_yr, velocity_mm_yr u otro nombre habitual.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>buildings</source>
      <translation>edificios</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>infrastructure</source>
      <translation>infraestructura</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>km or number by kind, by area and by class.</source>
      <translation>km o número por tipo, por área y por clase.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>railways</source>
      <translation>ferrocarriles</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>ranking</source>
      <translation>priorización</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>risk</source>
      <translation>riesgo</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>roads</source>
      <translation>carreteras</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>vulnerability</source>
      <translation>vulnerabilidad</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>All fields of the sites, the distance, band, fault, side, and the motion in the slope's frame where a displacement is given.</source>
      <translation>Todos los campos de los sitios, la distancia, la franja, la falla, el bloque y, si se da un desplazamiento, el movimiento en el sistema de la pendiente.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Area, sites, density, expected number, range of random placement and p-values of each band.</source>
      <translation>Área, sitios, densidad, número esperado, rango de la ubicación aleatoria y valores p de cada franja.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Around the faults</source>
      <translation>Alrededor de las fallas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Around the sites</source>
      <translation>Alrededor de los sitios</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Bands of distance (km)</source>
      <translation>Franjas de distancia (km)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Clark and Evans' ratio of nearest neighbours</source>
      <translation>Cociente de vecinos más próximos de Clark y Evans</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Come out as fault_ and the field's name.</source>
      <translation>Salen como fault_ seguido del nombre del campo.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Density in the first band over the mean</source>
      <translation>Densidad en la primera franja respecto a la media</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Displacement to the east</source>
      <translation>Desplazamiento hacia el este</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Displacement to the north</source>
      <translation>Desplazamiento hacia el norte</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Displacement up</source>
      <translation>Desplazamiento vertical</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Displacements (or mm a year) up to this size get no quadrant.</source>
      <translation>Los desplazamientos (o mm al año) de hasta este tamaño no reciben cuadrante.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Distance to faults</source>
      <translation>Distancia a fallas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Ends of the bands; a last one lies beyond.</source>
      <translation>Límites de las franjas; hay una última más allá.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Fault traces</source>
      <translation>Trazas de fallas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Faults</source>
      <translation>Fallas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Faults dip to the right of their trace</source>
      <translation>Las fallas buzan a la derecha de su traza</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Field: dip</source>
      <translation>Campo: buzamiento</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Field: direction of dip</source>
      <translation>Campo: dirección de buzamiento</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Field: kind of the fault</source>
      <translation>Campo: tipo de falla</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Field: name of the fault</source>
      <translation>Campo: nombre de la falla</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Flat up to (degrees)</source>
      <translation>Llano hasta (grados)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Further fields of the fault to hand on</source>
      <translation>Otros campos de la falla que transferir</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Gentler slopes get no quadrant.</source>
      <translation>Las pendientes más suaves no reciben cuadrante.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Guessed from the usual names where empty (name, fs_name ...).</source>
      <translation>Si está vacío, se deduce de los nombres habituales (name, fs_name ...).</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Guessed where empty (slip_type, type ...).</source>
      <translation>Si está vacío, se deduce (slip_type, type ...).</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>In metres: slope and aspect at the sites.</source>
      <translation>En metros: pendiente y orientación en los sitios.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Kinds that are no faults</source>
      <translation>Tipos que no son fallas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Landslides or active areas</source>
      <translation>Deslizamientos de ladera o áreas activas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Letters such as SW, or degrees; guessed where empty (dip_dir ...). The side to which most of the trace agrees with it counts.</source>
      <translation>Letras como SW, o grados; si está vacío, se deduce (dip_dir ...). Cuenta el lado con el que concuerda la mayor parte de la traza.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Lines, in any CRS.</source>
      <translation>Líneas, en cualquier SRC.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Mean distance of sites (km)</source>
      <translation>Distancia media de los sitios (km)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Mean distance of the study area (km)</source>
      <translation>Distancia media del área de estudio (km)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Measures how far landslides (points or polygons) or active areas lie from the nearest fault, along the ground on the ellipsoid, over any distance and between layers of different CRS. Hands on that fault's attributes and the wall (hanging or foot) on which a site lies, counts sites by bands of distance, and compares their density with sites placed at random in the study area. With a 3-D displacement field and an elevation model, it gives the motion at each site in the frame of its slope (down, along and up) and its quadrant, compared with the slopes of the study area.</source>
      <translation>Mide a qué distancia de la falla más cercana están los deslizamientos de ladera (puntos o polígonos) o las áreas activas, sobre el terreno en el elipsoide, a cualquier distancia y entre capas de distinto SRC. Transfiere los atributos de esa falla y el bloque (techo o muro) en que está cada sitio, cuenta los sitios por franjas de distancia y compara su densidad con la de sitios colocados al azar en el área de estudio. Con un campo de desplazamiento 3-D y un modelo de elevación, da el movimiento de cada sitio en el sistema de su pendiente (hacia abajo, transversal y vertical) y su cuadrante, comparado con las laderas del área de estudio.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Median distance of sites (km)</source>
      <translation>Distancia mediana de los sitios (km)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Monte Carlo</source>
      <translation>Monte Carlo</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Numbers or tuples such as (75,60,90), of which the first one counts; guessed where empty (average_dip, dip ...).</source>
      <translation>Números o ternas como (75,60,90), de las que cuenta el primero; si está vacío, se deduce (average_dip, dip ...).</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>On any grid, in the same unit.</source>
      <translation>En cualquier cuadrícula, en la misma unidad.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>One in each of as many equal cells: their distances give the areas of the bands.</source>
      <translation>Uno en cada una de otras tantas celdas iguales: sus distancias dan las áreas de las franjas.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Places that sample the study area</source>
      <translation>Lugares que muestrean el área de estudio</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Plot (PNG)</source>
      <translation>Gráfico (PNG)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Points or polygons, in any CRS; a table (CSV) with columns lon and lat will do. A polygon counts at its middle, or a point on it.</source>
      <translation>Puntos o polígonos, en cualquier SRC; también vale una tabla (CSV) con columnas lon y lat. Un polígono cuenta en su centro, o en un punto dentro de él.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Polygons in which sites were looked for, and faults mapped. Sea and plains inside count as ground without sites, so cut them out.</source>
      <translation>Polígonos en los que se buscaron sitios y se cartografiaron fallas. El mar y las llanuras interiores cuentan como terreno sin sitios; conviene recortarlos.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Random placements</source>
      <translation>Ubicaciones aleatorias</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Raster of a 3-D displacement field or of its rate.</source>
      <translation>Ráster de un campo de desplazamiento 3-D o de su velocidad.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Report (HTML)</source>
      <translation>Informe (HTML)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Sites</source>
      <translation>Sitios</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Sites in the study area</source>
      <translation>Sitios en el área de estudio</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Sites on a footwall</source>
      <translation>Sitios en un bloque de muro</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Sites on a hanging wall</source>
      <translation>Sitios en un bloque de techo</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Sites that move together (km)</source>
      <translation>Sitios que se mueven juntos (km)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Sites with their nearest fault</source>
      <translation>Sitios con su falla más cercana</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Sites within so many kilometres of one another, as one storm sets them off, are moved as a whole in random placements. If empty, the distances of pairs of sites tell the clusters that random placements have, also of clusters that run into one another. 0 places each on its own, which makes clustered sites look significant near anything.</source>
      <translation>Los sitios que distan entre sí menos de estos kilómetros, como los que provoca una misma tormenta, se mueven en conjunto en las colocaciones al azar. Si se deja vacío, las distancias entre pares de sitios indican los grupos que tienen las colocaciones al azar, también de grupos que se confunden entre sí. 0 coloca cada uno por separado, con lo que los sitios agrupados parecen significativos cerca de cualquier cosa.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Slope and aspect are those of planes over so many metres; 0 takes 3 x 3 cells.</source>
      <translation>Pendiente y orientación son las de planos de este tamaño en metros; 0 toma 3 x 3 celdas.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Still up to (mm)</source>
      <translation>Inmóvil hasta (mm)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Study area</source>
      <translation>Área de estudio</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Study area (km2)</source>
      <translation>Área de estudio (km2)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Study area where no layer is given</source>
      <translation>Área de estudio si no se da ninguna capa</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Table of bands</source>
      <translation>Tabla de franjas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>The convex hull of the sites, or of the faults.</source>
      <translation>La envolvente convexa de los sitios o de las fallas.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>The plot of density by band, and the table.</source>
      <translation>El gráfico de densidad por franja y la tabla.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>The same seed gives the same random numbers.</source>
      <translation>La misma semilla da los mismos números aleatorios.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>The smallest p-value is 1 / (1 + runs).</source>
      <translation>El valor p mínimo es 1 / (1 + repeticiones).</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Unit of the displacement</source>
      <translation>Unidad del desplazamiento</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Where no direction is known: for inventories drawn by the right-hand rule.</source>
      <translation>Donde no se conoce la dirección: para inventarios dibujados con la regla de la mano derecha.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Words of the field of kinds, parted by commas; such lines are left out.</source>
      <translation>Palabras del campo de tipos, separadas por comas; esas líneas se excluyen.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>auto takes what the rasters say.</source>
      <translation>auto toma lo que indiquen los rásteres.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>density</source>
      <translation>densidad</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>fault</source>
      <translation>falla</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>hanging wall</source>
      <translation>bloque de techo</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>inventory</source>
      <translation>inventario</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>p-value of the distances as a whole</source>
      <translation>Valor p del conjunto de las distancias</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>p-value of the first band</source>
      <translation>Valor p de la primera franja</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>p-value: nearer than at random</source>
      <translation>Valor p: más cerca que al azar</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/report.py" />
      <source>Active areas (km2)</source>
      <translation>Áreas activas (km2)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/report.py" />
      <source>Area of the report</source>
      <translation>Área del informe</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/report.py" />
      <source>At most so many, each with its series.</source>
      <translation>Como máximo este número, cada uno con su serie.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/report.py" />
      <source>Distance between worst points (m)</source>
      <translation>Distancia entre los peores puntos (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/report.py" />
      <source>From top to bottom, drawn as they are styled; active areas and points if empty.</source>
      <translation>De arriba abajo, dibujadas con su simbología; si está vacío, áreas activas y puntos.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/report.py" />
      <source>Instead of polygons.</source>
      <translation>En lugar de polígonos.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/report.py" />
      <source>Layers of the map</source>
      <translation>Capas del mapa</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/report.py" />
      <source>Moving from (mm/yr)</source>
      <translation>En movimiento a partir de (mm/yr)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/report.py" />
      <source>Number of worst points</source>
      <translation>Número de peores puntos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/report.py" />
      <source>Of 'Active areas', 'Slope areas' or 'Classify active areas'.</source>
      <translation>De 'Áreas activas', 'Áreas activas en ladera' o 'Clasificar áreas activas'.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/report.py" />
      <source>Of points nearer to each other only the worst is shown.</source>
      <translation>De los puntos más próximos entre sí solo se muestra el peor.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/report.py" />
      <source>Of the page.</source>
      <translation>De la página.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/report.py" />
      <source>One page for a browser.</source>
      <translation>Una página para el navegador.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/report.py" />
      <source>Points that move away</source>
      <translation>Puntos que se alejan</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/report.py" />
      <source>Points that move towards</source>
      <translation>Puntos que se acercan</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/report.py" />
      <source>Points with a rate</source>
      <translation>Puntos con velocidad</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/report.py" />
      <source>Polygons; only points within and active areas that touch them are told of. All points if empty.</source>
      <translation>Polígonos; solo se informa de los puntos que contienen y de las áreas activas que los tocan. Todos los puntos si está vacío.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/report.py" />
      <source>Rate of the worst point (mm/yr)</source>
      <translation>Velocidad del peor punto (mm/yr)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/report.py" />
      <source>Rates from which on points are counted.</source>
      <translation>Velocidades a partir de las cuales se cuentan los puntos.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/report.py" />
      <source>Report (PDF)</source>
      <translation>Informe (PDF)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/report.py" />
      <source>Report of an area</source>
      <translation>Informe de un área</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/report.py" />
      <source>The same on A4.</source>
      <translation>Lo mismo en A4.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/report.py" />
      <source>There is nothing to draw on the map; it is left out.</source>
      <translation>No hay nada que dibujar en el mapa; se omite.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/report.py" />
      <source>Title</source>
      <translation>Título</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/report.py" />
      <source>Worst points shown</source>
      <translation>Peores puntos mostrados</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/report.py" />
      <source>Writes a page about an area: a picture of the map with the worst points numbered, the rates as table and histogram, the points that surely move fastest with their series and whether they move faster of late, the active areas by quality and rate, and the parameters of the runs that made the layers. Everything is in the one file.</source>
      <translation>Escribe una página sobre un área: una imagen del mapa con los peores puntos numerados, las velocidades en tabla e histograma, los puntos que con seguridad se mueven más rápido con sus series y si últimamente se aceleran, las áreas activas por calidad y velocidad, y los parámetros de las ejecuciones que crearon las capas. Todo está en un único archivo.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/report.py" />
      <source>html</source>
      <translation>html</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/report.py" />
      <source>or rectangle of the report</source>
      <translation>o rectángulo del informe</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/report.py" />
      <source>pdf</source>
      <translation>pdf</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/report.py" />
      <source>print</source>
      <translation>imprimir</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/report.py" />
      <source>statistics</source>
      <translation>estadísticas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/report.py" />
      <source>summary</source>
      <translation>resumen</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/slopeareas.py" />
      <source>Active areas that are no slope areas, with the reason.</source>
      <translation>Áreas activas que no son áreas en ladera, con el motivo.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/slopeareas.py" />
      <source>Areas of two orbits are one where they share that part of the smaller one.</source>
      <translation>Las áreas de dos órbitas son una sola si comparten esta fracción de la menor.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/slopeareas.py" />
      <source>Areas of which more is in layover, in shadow or along the beam are removed; 0 to 1.</source>
      <translation>Se eliminan las áreas con una fracción mayor en layover, en sombra o paralela al haz; de 0 a 1.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/slopeareas.py" />
      <source>Areas on gentler ground are removed.</source>
      <translation>Se eliminan las áreas en terreno más suave.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/slopeareas.py" />
      <source>Classes that the tool 'Radar visibility' wrote for this orbit; computed from the elevation model and the look angles if empty.</source>
      <translation>Clases escritas por la herramienta 'Visibilidad del radar' para esta órbita; si está vacío, se calculan con el modelo de elevación y los ángulos de observación.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/slopeareas.py" />
      <source>Field of coherences of the second orbit</source>
      <translation>Campo de coherencias de la segunda órbita</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/slopeareas.py" />
      <source>Field of rates of the second orbit</source>
      <translation>Campo de velocidades de la segunda órbita</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/slopeareas.py" />
      <source>Field of standard deviations of the second orbit</source>
      <translation>Campo de desviaciones estándar de la segunda órbita</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/slopeareas.py" />
      <source>Finds slopes that move: active areas by the cut triangulation of moving points, less those on gentle ground and those in layover or shadow, which go to a layer of their own with the reason. With points of a second orbit (usually the other pass) both are merged into one set that says what each orbit has seen: motion, rest, no points, or that it is blind there. Rates of the two orbits are never averaged; the columns without a number are those of the orbit with more moving points.</source>
      <translation>Busca laderas que se mueven: áreas activas por triangulación recortada de los puntos en movimiento, menos las de terreno suave y las que están en layover o sombra, que van a una capa propia con el motivo. Con puntos de una segunda órbita (normalmente la otra pasada), ambas se fusionan en un único conjunto que indica lo que vio cada órbita: movimiento, reposo, ningún punto, o que allí está ciega. Las velocidades de las dos órbitas nunca se promedian; las columnas sin número son las de la órbita con más puntos en movimiento.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/slopeareas.py" />
      <source>Heights in metres.</source>
      <translation>Alturas en metros.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/slopeareas.py" />
      <source>Minimum mean slope (degrees)</source>
      <translation>Pendiente media mínima (grados)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/slopeareas.py" />
      <source>Of them moving in both orbits</source>
      <translation>De ellas, en movimiento en ambas órbitas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/slopeareas.py" />
      <source>Overlap</source>
      <translation>Solape</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/slopeareas.py" />
      <source>Points move above it, whatever the direction.</source>
      <translation>Los puntos se mueven por encima de este valor, sea cual sea el sentido.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/slopeareas.py" />
      <source>Points or velocity raster of the second orbit</source>
      <translation>Puntos o ráster de velocidad de la segunda órbita</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/slopeareas.py" />
      <source>Polygons with rates, quality, slope and each orbit's evidence.</source>
      <translation>Polígonos con velocidades, calidad, pendiente y la evidencia de cada órbita.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/slopeareas.py" />
      <source>Positive away from the satellite of the second orbit</source>
      <translation>Positivo al alejarse del satélite, segunda órbita</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/slopeareas.py" />
      <source>Removed areas</source>
      <translation>Áreas eliminadas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/slopeareas.py" />
      <source>Share that may be blind</source>
      <translation>Fracción que puede estar ciega</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/slopeareas.py" />
      <source>Slope areas</source>
      <translation>Áreas activas en ladera</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/slopeareas.py" />
      <source>Slopes are those of planes over that radius; 0 for 3 x 3 cells. Noise of elevation models makes gentle ground steep.</source>
      <translation>Las pendientes son las de planos de ese radio; 0 para 3 x 3 celdas. El ruido de los modelos de elevación hace empinado el terreno suave.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/slopeareas.py" />
      <source>Unit of the second orbit</source>
      <translation>Unidad de la segunda órbita</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/slopeareas.py" />
      <source>slope</source>
      <translation>pendiente</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>0 for no limit; targets without one pass.</source>
      <translation>0: sin límite; los blancos sin este valor se aceptan.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>A landslide is only said to move with more than so many times what the targets' standard deviations alone would give, else it is not assessed; 0 for no such limit.</source>
      <translation>Solo se afirma que un deslizamiento de ladera se mueve si supera tantas veces lo que darían por sí solas las desviaciones estándar de los blancos; si no, queda sin evaluar; 0 para no aplicar este límite.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>Active areas outside of all landslides.</source>
      <translation>Áreas activas fuera de todos los deslizamientos de ladera.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>Activity as the inventory has it; where empty, former states are unknown. The classes of an earlier run of this tool (field activity) can be used.</source>
      <translation>Actividad según el inventario; si está vacío, los estados anteriores son desconocidos. Se pueden usar las clases de una ejecución anterior de esta herramienta (campo activity).</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>Along the slope</source>
      <translation>A lo largo de la ladera</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>Area of those that move (km2)</source>
      <translation>Área de los que se mueven (km2)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>Assessed</source>
      <translation>Evaluados</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>Classes of activity</source>
      <translation>Clases de actividad</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>Compared with the limits</source>
      <translation>Valor comparado con los límites</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>Counts, shares and matrix.</source>
      <translation>Recuentos, proporciones y matriz.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>Do not move and were active</source>
      <translation>No se mueven y estaban activos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>Field: former class</source>
      <translation>Campo: clase anterior</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>Field: name of the landslides</source>
      <translation>Campo: nombre de los deslizamientos de ladera</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>For landslides that are points: circles stand for them, and their areas and counts are those of the circles.</source>
      <translation>Para deslizamientos de ladera que son puntos: los representan círculos, cuyas áreas y recuentos se toman.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>Former classes in neither list are unknown.</source>
      <translation>Las clases anteriores que no estén en ninguna de las dos listas son desconocidas.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>Former classes, parted by commas; capitals do not matter.</source>
      <translation>Clases anteriores, separadas por comas; no se distinguen mayúsculas.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>From this area on.</source>
      <translation>A partir de esta área.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>Judges mapped landslides by the measured rates within: mean size of the rates along the slope (or the line of sight) with its spread, class of activity, and state of activity against the former class. A landslide must hold enough targets for its area, 5 up to 0.05 km2 and 20 from 1 km2 on; others are 'not assessed', never 'stable'. Active areas outside of all landslides come out as candidates for new ones. A report has counts, shares and the matrix of classes before and now.</source>
      <translation>Evalúa los deslizamientos de ladera cartografiados con las velocidades medidas en su interior: magnitud media de las velocidades a lo largo de la pendiente (o en línea de vista) con su dispersión, clase de actividad y estado de actividad frente a la clase anterior. Un deslizamiento debe contener suficientes blancos para su área: 5 hasta 0.05 km2 y 20 a partir de 1 km2; los demás quedan como 'not assessed', nunca como 'stable'. Las áreas activas fuera de todos los deslizamientos se entregan como candidatos a deslizamientos nuevos. Un informe contiene recuentos, proporciones y la matriz de clases de antes y de ahora.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>Large landslides (km2)</source>
      <translation>Deslizamientos de ladera grandes (km2)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>Maximum share of a candidate in landslides</source>
      <translation>Proporción máxima de un candidato dentro de deslizamientos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>Mean of |rate|</source>
      <translation>Media de |velocidad|</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>Median of |rate|</source>
      <translation>Mediana de |velocidad|</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>Minimum number.</source>
      <translation>Número mínimo.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>Minimum number; in between it grows linearly with the logarithm of the area.</source>
      <translation>Número mínimo; entre ambos crece linealmente con el logaritmo del área.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>Move and were inactive</source>
      <translation>Se mueven y estaban inactivos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>Names with upper limits in mm/yr; the last class has none. The first one is at rest, the others move.</source>
      <translation>Nombres con límites superiores en mm/yr; la última clase no tiene límite. La primera está en reposo, las demás se mueven.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>Not assessed</source>
      <translation>Sin evaluar</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>Of the first class (stable)</source>
      <translation>De la primera clase (stable)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>Polygons of 'Active areas' or 'Slope areas', to find candidates for new landslides.</source>
      <translation>Polígonos de 'Áreas activas' o 'Áreas activas en ladera', para buscar candidatos a deslizamientos nuevos.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>Polygons; or points, for which circles can stand (see the advanced parameters).</source>
      <translation>Polígonos; o puntos, que se pueden representar con círculos (véanse los parámetros avanzados).</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>Quality index of active areas, 1 (best) to 4; areas without one pass.</source>
      <translation>Índice de calidad de las áreas activas, de 1 (la mejor) a 4; las áreas sin él se aceptan.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>Radius of circles (m)</source>
      <translation>Radio de los círculos (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>Rates are</source>
      <translation>Las velocidades son</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>Share of an active area (0 to 1) that may lie in mapped landslides.</source>
      <translation>Fracción de un área activa (de 0 a 1) que puede estar en deslizamientos cartografiados.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>Small landslides (km2)</source>
      <translation>Deslizamientos de ladera pequeños (km2)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>Targets</source>
      <translation>Blancos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>Targets in landslides</source>
      <translation>Blancos en deslizamientos de ladera</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>Targets of large landslides</source>
      <translation>Blancos de los deslizamientos grandes</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>Targets of small landslides</source>
      <translation>Blancos de los deslizamientos pequeños</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>Targets without one pass.</source>
      <translation>Los blancos sin este valor se aceptan.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>That move</source>
      <translation>Que se mueven</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>The landslides with counts, rates, class, certainty and state of activity; their own fields are kept.</source>
      <translation>Los deslizamientos de ladera con recuentos, velocidades, clase, certeza y estado de actividad; se conservan sus propios campos.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>Times the noise</source>
      <translation>Veces el ruido</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>Up to this area.</source>
      <translation>Hasta esta área.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>Update a landslide inventory</source>
      <translation>Actualizar un inventario de deslizamientos de ladera</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>Updated inventory</source>
      <translation>Inventario actualizado</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>Where empty: the fid.</source>
      <translation>Si está vacío: el fid.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>Words for active</source>
      <translation>Palabras para activo</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>Words for inactive</source>
      <translation>Palabras para inactivo</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>Worst quality of a candidate</source>
      <translation>Peor calidad de un candidato</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>auto: along the slope where the field or band is named so (slope_velocity_mm_yr), else along the line of sight.</source>
      <translation>auto: a lo largo de la pendiente si el nombre del campo o de la banda lo indica (slope_velocity_mm_yr); si no, en línea de vista.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>candidates</source>
      <translation>candidatos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>matrix</source>
      <translation>matriz</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>mean size: of |v|, as the paper has it; noise alone gives 0.8 of the targets' standard deviation. median size: less moved by outliers. size of the mean: opposite motions cancel out, errors that neighbours share do not.</source>
      <translation>mean size: media de |v|, como en el artículo; el ruido por sí solo da 0.8 de la desviación estándar de los blancos. median size: menos sensible a valores atípicos. size of the mean: los movimientos opuestos se cancelan; los errores comunes a los vecinos, no.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>reactivated</source>
      <translation>reactivado</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>state of activity</source>
      <translation>estado de actividad</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>|Mean rate|</source>
      <translation>|Velocidad media|</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>All tables, archives and shapefiles in it.</source>
      <translation>Todas las tablas, archivos comprimidos y shapefiles que contenga.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>Automatic</source>
      <translation>Automático</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>Away from the satellite</source>
      <translation>Alejándose del satélite</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>By itself: towards the satellite, as in all the formats named above; 'away' turns all signs.</source>
      <translation>auto: hacia el satélite, como en todos los formatos citados arriba; 'away' invierte todos los signos.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>CRS of the coordinates</source>
      <translation>SRC de las coordenadas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>Centimetres (cm)</source>
      <translation>Centímetros (cm)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>Columns by hand</source>
      <translation>Columnas a mano</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>Component</source>
      <translation>Componente</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>Cores</source>
      <translation>Núcleos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>Data</source>
      <translation>Datos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>Dates</source>
      <translation>Fechas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>Day, month, year</source>
      <translation>Día, mes, año</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>EGMS points with an identifier that an earlier file had are the same point again (of another delivery, or a file given twice); by default the first one stays. Points of neighbouring bursts over the same ground always stay, told apart by track and burst.</source>
      <translation>Los puntos EGMS con un identificador ya presente en un archivo anterior son el mismo punto repetido (de otra entrega, o de un archivo dado dos veces); por defecto se conserva el primero. Los puntos de bursts vecinos sobre el mismo terreno se conservan siempre, distinguidos por trayectoria y burst.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>East</source>
      <translation>Este</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>Extent</source>
      <translation>Extensión</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>Fastest rate away or down or west (mm/yr)</source>
      <translation>Velocidad máxima de alejamiento, hacia abajo o hacia el oeste (mm/yr)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>Fastest rate towards or up or east (mm/yr)</source>
      <translation>Velocidad máxima de acercamiento, hacia arriba o hacia el este (mm/yr)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>Files</source>
      <translation>Archivos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>Flight direction clockwise from north of a right-looking radar.</source>
      <translation>Dirección de vuelo en sentido horario desde el norte, para un radar que mira a la derecha.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>Folder</source>
      <translation>Carpeta</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>For tables with x and y, and layers that do not tell theirs. EGMS is EPSG:3035, columns of longitude and latitude are EPSG:4326.</source>
      <translation>Para tablas con x e y, y capas que no indican el suyo. EGMS es EPSG:3035; las columnas de longitud y latitud son EPSG:4326.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>Formats found</source>
      <translation>Formatos encontrados</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>From the vertical, for points without look vectors or angles of their own; adds the line of sight together with the heading.</source>
      <translation>Desde la vertical, para puntos sin vectores de observación ni ángulos propios; junto con el acimut de vuelo añade la línea de vista.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>GeoPackage: velocity_mm_yr, velocity_std_mm_yr, coherence, height_m, angles and line of sight where known, the file's further columns, and DYYYYMMDD in mm.</source>
      <translation>GeoPackage: velocity_mm_yr, velocity_std_mm_yr, coherence, height_m, ángulos y línea de vista donde se conocen, las demás columnas del archivo, y DYYYYMMDD en mm.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>Heading (degrees)</source>
      <translation>Acimut de vuelo (grados)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>Import measurement points</source>
      <translation>Importar puntos de medición</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>Incidence (degrees)</source>
      <translation>Incidencia (grados)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>Keep repeated points</source>
      <translation>Conservar puntos repetidos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>Leave out below temporal coherence</source>
      <translation>Dejar fuera por debajo de la coherencia temporal</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>Line of sight (LOS)</source>
      <translation>Línea de vista (LOS)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>Mask</source>
      <translation>Máscara</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>Memory budget (MiB)</source>
      <translation>Límite de memoria (MiB)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>Memory for the blocks of the scene that are worked on at a time. Results do not depend on it.</source>
      <translation>Memoria para los bloques de la escena que se procesan a la vez. No influye en los resultados.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>Metres (m)</source>
      <translation>Metros (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>Millimetres (mm)</source>
      <translation>Milímetros (mm)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>MintPy's mask for its HDF5 files, instead of maskTempCoh.h5.</source>
      <translation>Máscara de MintPy para sus archivos HDF5, en lugar de maskTempCoh.h5.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>Month, day, year</source>
      <translation>Mes, día, año</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>Number of cores to use; all of them if empty.</source>
      <translation>Número de núcleos que usar; todos si está vacío.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>Of column names such as 01/02/2020, which are refused where it cannot be told.</source>
      <translation>De nombres de columna como 01/02/2020, que se rechazan si no se puede determinar.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>Of displacements, and of rates by year. By itself: that of the format or of a column's name, else mm.</source>
      <translation>De los desplazamientos y, por año, de las velocidades. auto: la del formato o la del nombre de una columna; si no, mm.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>One or many: .csv and other text, .zip with text or a shapefile inside (EGMS), .shp, .gpkg, .geojson, MintPy's timeseries.h5 or velocity.h5 (temporalCoherence.h5, maskTempCoh.h5, velocity.h5 and geometryGeo.h5 beside it are taken along).</source>
      <translation>Uno o varios: .csv y otros textos, .zip con texto o un shapefile dentro (EGMS), .shp, .gpkg, .geojson, timeseries.h5 o velocity.h5 de MintPy (se leen también temporalCoherence.h5, maskTempCoh.h5, velocity.h5 y geometryGeo.h5 si están al lado).</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>Only points inside.</source>
      <translation>Solo los puntos de su interior.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>Order of dates</source>
      <translation>Orden de las fechas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>Points</source>
      <translation>Puntos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>Points below, or without one, are left out. 0 keeps what the product holds.</source>
      <translation>Se excluyen los puntos por debajo de este valor o sin él. 0 conserva lo que trae el producto.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>Points within 10 m of one of another file</source>
      <translation>Puntos a menos de 10 m de uno de otro archivo</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>Reads points with displacement series of the European Ground Motion Service (Basic, Calibrated and Ortho CSV, zipped or not), SARPROZ, StaMPS, SqueeSAR and other tables, shapefiles, and MintPy's HDF5; tells in the log what it found (format, dates, sign, unit, CRS, columns), and writes one layer in mm, positive towards the satellite, that all tools and viewers of series take. A rate or a standard deviation that a file lacks is fitted to its series.</source>
      <translation>Lee puntos con series de desplazamiento del Servicio Europeo de Movimiento del Terreno (EGMS: CSV Basic, Calibrated y Ortho, comprimidos o no), SARPROZ, StaMPS, SqueeSAR y otras tablas, shapefiles y HDF5 de MintPy; indica en el registro lo que encontró (formato, fechas, signo, unidad, SRC, columnas) y escribe una sola capa en mm, positiva hacia el satélite, que aceptan todas las herramientas y los visores de series. Si a un archivo le falta la velocidad o la desviación estándar, se ajusta a su serie.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>Repeated points</source>
      <translation>Puntos repetidos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>Towards the satellite</source>
      <translation>Hacia el satélite</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>Unit</source>
      <translation>Unidad</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>Up</source>
      <translation>Vertical</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>What columns hold where their names do not tell, by name or number: lon=1, lat=2, velocity=VLOS, velocity_std=5, 2020-01-31=6 (also x, y, coherence, height, incidence, heading, los_east, los_north, los_up). Tables without a line of names need it.</source>
      <translation>Qué contienen las columnas cuyos nombres no lo dicen, por nombre o número: lon=1, lat=2, velocity=VLOS, velocity_std=5, 2020-01-31=6 (también x, y, coherence, height, incidence, heading, los_east, los_north, los_up). Las tablas sin línea de nombres lo necesitan.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>What comes out</source>
      <translation>Salidas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>What goes in</source>
      <translation>Entradas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>What is positive</source>
      <translation>Qué es positivo</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>What the motion is along. By itself: the line of sight, and for EGMS Ortho what the file's name tells (..._U_... or ..._E_...).</source>
      <translation>A lo largo de qué es el movimiento. auto: la línea de vista y, para EGMS Ortho, lo que indique el nombre del archivo (..._U_... o ..._E_...).</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>Year, month, day</source>
      <translation>Año, mes, día</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>csv</source>
      <translation>csv</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>egms</source>
      <translation>egms</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>load</source>
      <translation>cargar</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>mintpy</source>
      <translation>mintpy</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>ps</source>
      <translation>ps</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>sarproz</source>
      <translation>sarproz</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>squeesar</source>
      <translation>squeesar</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>stamps</source>
      <translation>stamps</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>zip</source>
      <translation>zip</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>Area</source>
      <translation>Área</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>As the product says</source>
      <translation>Como dice el producto</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>Baseline table</source>
      <translation>Tabla de líneas base</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>Burst</source>
      <translation>Burst</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>Columns</source>
      <translation>Columnas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>Complex conjugate</source>
      <translation>Complejo conjugado</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>Complex rasters</source>
      <translation>Rásteres complejos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>File pattern</source>
      <translation>Patrón de archivos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>First date</source>
      <translation>Primera fecha</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>Flat-earth and terrain phase is off (1) or in (0)</source>
      <translation>Fase de tierra plana y terreno: eliminada (1) o presente (0)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>Flight direction clockwise from north, where the product has none.</source>
      <translation>Dirección de vuelo en sentido horario desde el norte, si el producto no la trae.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>Folder of images</source>
      <translation>Carpeta de imágenes</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>Folder of range differences</source>
      <translation>Carpeta de diferencias de rango</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>Format</source>
      <translation>Formato</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>Format found</source>
      <translation>Formato encontrado</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>From the vertical, where the product has none.</source>
      <translation>Desde la vertical, si el producto no la trae.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>GAMMA</source>
      <translation>GAMMA</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>Geometry</source>
      <translation>Geometría</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>HDF5 in MintPy's layout (geometryGeo.h5 or geometryRadar.h5): height, incidence, azimuth, slant range, and latitude and longitude in radar coordinates.</source>
      <translation>HDF5 con la estructura de MintPy (geometryGeo.h5 o geometryRadar.h5): altura, incidencia, acimut, rango oblicuo y, en coordenadas de radar, latitud y longitud.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>HDF5 in MintPy's layout (slcStack.h5).</source>
      <translation>HDF5 con la estructura de MintPy (slcStack.h5).</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>HH (horizontal, horizontal)</source>
      <translation>HH (horizontal, horizontal)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>HV (horizontal, vertical)</source>
      <translation>HV (horizontal, vertical)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>Height raster</source>
      <translation>Ráster de altura</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>ISCE-2</source>
      <translation>ISCE-2</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>Import radar images (SLC)</source>
      <translation>Importar imágenes de radar (SLC)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>Last date</source>
      <translation>Última fecha</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>Latitude raster</source>
      <translation>Ráster de latitud</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>Leave out images beyond.</source>
      <translation>Excluir las imágenes anteriores o posteriores, respectivamente.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>Longitude raster</source>
      <translation>Ráster de longitud</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>Mean amplitude</source>
      <translation>Amplitud media</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>Memory for the parts that are copied at a time.</source>
      <translation>Memoria para las partes que se copian a la vez.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>Metres above the ellipsoid: of the images' own pixels in radar coordinates, an elevation model of any grid where images have a CRS.</source>
      <translation>Metros sobre el elipsoide: de los propios píxeles de las imágenes en coordenadas de radar; un modelo de elevación en cualquier cuadrícula si las imágenes tienen SRC.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>No</source>
      <translation>No</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>OPERA CSLC-S1</source>
      <translation>OPERA CSLC-S1</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>Of all dates in dB, on the map.</source>
      <translation>De todas las fechas en dB, en el mapa.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>Of several OPERA bursts: its name, such as T064-135523-IW2, or all for a mosaic, in which a pixel comes from the same burst in all dates.</source>
      <translation>De varios bursts OPERA: su nombre, como T064-135523-IW2, o all para un mosaico en el que cada píxel procede del mismo burst en todas las fechas.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>Only files like this, such as *_VV_*.h5.</source>
      <translation>Solo archivos como este, p. ej. *_VV_*.h5.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>Only this part of the images; all of them if empty.</source>
      <translation>Solo esta parte de las imágenes; enteras si está vacío.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>Only this part: first row, first column, rows, columns; counted from 0.</source>
      <translation>Solo esta parte: primera fila, primera columna, filas, columnas; contadas desde 0.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>Phase is flat already</source>
      <translation>La fase ya está aplanada</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>Pixel size along columns (m)</source>
      <translation>Tamaño de píxel a lo largo de las columnas (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>Pixel size along rows (m)</source>
      <translation>Tamaño de píxel a lo largo de las filas (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>Polarisation</source>
      <translation>Polarización</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>Polarisations</source>
      <translation>Polarizaciones</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>Rasters of the images' own pixels, a date in each name: slant range of that date less the reference's, metres. Takes the phase off where there are no orbits.</source>
      <translation>Rásteres de los propios píxeles de las imágenes, con una fecha en cada nombre: rango oblicuo de esa fecha menos el de la referencia, en metros. Elimina la fase cuando no hay órbitas.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>Reads a folder of coregistered single-look complex images into one stack file, with dates, wavelength, perpendicular baselines and geometry, for persistent scatterers and phase linking. Recognises OPERA CSLC-S1 (geocoded bursts), stacks of ISCE-2 (merged/SLC), GAMMA (rslc with par) and complex GeoTIFF or ENVI files with the date in their names. The phase of the ellipsoid and the terrain, which GAMMA's images still hold, is taken off by the orbits and each pixel's latitude, longitude and height. Images in radar coordinates keep their lookup, so that results land in the right place on the map.</source>
      <translation>Lee una carpeta de imágenes complejas de una vista (SLC) corregistradas y crea un único archivo de pila, con fechas, longitud de onda, líneas base perpendiculares y geometría, para dispersores persistentes y enlace de fases. Reconoce OPERA CSLC-S1 (bursts geocodificados), pilas de ISCE-2 (merged/SLC), GAMMA (rslc con par) y archivos complejos GeoTIFF o ENVI con la fecha en el nombre. La fase del elipsoide y del terreno, que las imágenes de GAMMA aún contienen, se elimina con las órbitas y la latitud, longitud y altura de cada píxel. Las imágenes en coordenadas de radar conservan su tabla de correspondencia, para que los resultados queden en su lugar en el mapa.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>Rows</source>
      <translation>Filas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>Rows and columns</source>
      <translation>Filas y columnas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>Share of pixels with values in all images</source>
      <translation>Proporción de píxeles con valores en todas las imágenes</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>Sign of the phase</source>
      <translation>Signo de la fase</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>Spread of the perpendicular baselines (m)</source>
      <translation>Dispersión de las líneas base perpendiculares (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>Stack of images</source>
      <translation>Pila de imágenes</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>Standard (phase falls with range)</source>
      <translation>Estándar (la fase disminuye con la distancia)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>Take off flat-earth and terrain phase</source>
      <translation>Eliminar la fase de tierra plana y terreno</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>Text or CSV: date, perpendicular baseline in metres (or date, date, baseline: GAMMA's bperp_file). From the files or the orbits if empty.</source>
      <translation>Texto o CSV: fecha, línea base perpendicular en metros (o fecha, fecha, línea base: bperp_file de GAMMA). De los archivos o las órbitas si está vacío.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>The latitude of every pixel of images in radar coordinates, degrees; where the folder has none.</source>
      <translation>Latitud de cada píxel de imágenes en coordenadas de radar, en grados; si la carpeta no la contiene.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>The longitude of every pixel of images in radar coordinates, degrees; where the folder has none.</source>
      <translation>Longitud de cada píxel de imágenes en coordenadas de radar, en grados; si la carpeta no la contiene.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>The product's folder; subfolders are searched.</source>
      <translation>La carpeta del producto; se busca también en las subcarpetas.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>VH (vertical, horizontal)</source>
      <translation>VH (vertical, horizontal)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>VV (vertical, vertical)</source>
      <translation>VV (vertical, vertical)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>Wavelength (m)</source>
      <translation>Longitud de onda (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>Where the images still hold it and orbits, latitude, longitude and height are known.</source>
      <translation>Donde las imágenes aún la contengan y se conozcan órbitas, latitud, longitud y altura.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>Where the product does not say: Sentinel-1 0.05546576, ALOS-2 0.2424525, TerraSAR-X 0.0310666.</source>
      <translation>Si el producto no la indica: Sentinel-1 0.05546576, ALOS-2 0.2424525, TerraSAR-X 0.0310666.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>Whether the phase of the ellipsoid and the terrain is off in the files: OPERA and ISCE-2 yes, GAMMA no, others do not tell.</source>
      <translation>Si la fase del elipsoide y del terreno está eliminada en los archivos: OPERA e ISCE-2 sí, GAMMA no, los demás no lo indican.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>Yes</source>
      <translation>Sí</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>all imports what is there for every date.</source>
      <translation>all importa lo que haya en todas las fechas.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>auto finds out by itself.</source>
      <translation>auto lo determina por sí mismo.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>burst</source>
      <translation>burst</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>complex</source>
      <translation>complejo</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>cslc</source>
      <translation>cslc</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>gamma</source>
      <translation>gamma</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>isce</source>
      <translation>isce</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>opera</source>
      <translation>opera</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>product: as the product defines it; standard: -4 pi R / wavelength; conjugate: the other way round.</source>
      <translation>product: como la define el producto; standard: -4 pi R / longitud de onda; conjugate: al revés.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>rslc</source>
      <translation>rslc</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>slc</source>
      <translation>slc</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importstack.py" />
      <source>A value that means no data, besides those the files declare; 0 is usual for GAMMA.</source>
      <translation>Valor que significa sin datos, además de los que declaran los archivos; en GAMMA suele ser 0.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importstack.py" />
      <source>ASF HyP3</source>
      <translation>ASF HyP3</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importstack.py" />
      <source>COMET LiCSAR</source>
      <translation>COMET LiCSAR</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importstack.py" />
      <source>Crop to the common area</source>
      <translation>Recortar al área común</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importstack.py" />
      <source>Flight direction clockwise from north, where the product has none: Sentinel-1 about -10 ascending, 190 descending.</source>
      <translation>Dirección de vuelo en sentido horario desde el norte, si el producto no la trae: Sentinel-1, unos -10 ascendente, 190 descendente.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importstack.py" />
      <source>Folder of interferograms</source>
      <translation>Carpeta de interferogramas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importstack.py" />
      <source>GeoTIFF pairs</source>
      <translation>Pares GeoTIFF</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importstack.py" />
      <source>HDF5 in MintPy's layout (geometryGeo.h5): height, incidence, azimuth. Left out where nothing is known.</source>
      <translation>HDF5 con la estructura de MintPy (geometryGeo.h5): altura, incidencia, acimut. Se omite si no se conoce nada.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importstack.py" />
      <source>HDF5 in MintPy's layout (ifgramStack.h5).</source>
      <translation>HDF5 con la estructura de MintPy (ifgramStack.h5).</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importstack.py" />
      <source>Import interferogram stack</source>
      <translation>Importar pila de interferogramas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importstack.py" />
      <source>Interferograms on other grids</source>
      <translation>Interferogramas en otras cuadrículas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importstack.py" />
      <source>Leave out pairs that begin before.</source>
      <translation>Excluir los pares que empiezan antes.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importstack.py" />
      <source>Leave out pairs that end after.</source>
      <translation>Excluir los pares que terminan después.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importstack.py" />
      <source>Looks</source>
      <translation>Looks</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importstack.py" />
      <source>Mean coherence</source>
      <translation>Coherencia media</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importstack.py" />
      <source>MintPy (HDF5)</source>
      <translation>MintPy (HDF5)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importstack.py" />
      <source>No-data value</source>
      <translation>Valor sin datos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importstack.py" />
      <source>Positive phase away from the satellite</source>
      <translation>Fase positiva al alejarse del satélite</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importstack.py" />
      <source>Positive phase towards the satellite</source>
      <translation>Fase positiva hacia el satélite</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importstack.py" />
      <source>Range times azimuth looks, where the product does not say.</source>
      <translation>Looks en rango por acimut, si el producto no los indica.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importstack.py" />
      <source>Reads a folder of unwrapped interferograms into one stack file, with coherence, wavelength, baselines and look geometry where the product has them. Recognises GAMMA and PyRate GeoTIFF, COMET LiCSAR, ASF HyP3 (GAMMA and ISCE2 burst products), MintPy HDF5 and plain GeoTIFF pairs whose names hold two dates. Sign, units and no data are brought to one convention: phase in radians, later minus earlier date, positive away from the satellite; no data is NaN.</source>
      <translation>Lee una carpeta de interferogramas desenrollados y crea un único archivo de pila, con coherencia, longitud de onda, líneas base y geometría de observación si el producto las trae. Reconoce GeoTIFF de GAMMA y PyRate, COMET LiCSAR, ASF HyP3 (productos GAMMA e ISCE2 por burst), HDF5 de MintPy y pares GeoTIFF simples con dos fechas en el nombre. Signo, unidades y ausencia de datos se llevan a una única convención: fase en radianes, fecha posterior menos anterior, positiva al alejarse del satélite; sin datos es NaN.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importstack.py" />
      <source>Refuse other grids</source>
      <translation>Rechazar otras cuadrículas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importstack.py" />
      <source>Resample to the commonest grid</source>
      <translation>Remuestrear a la cuadrícula más frecuente</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importstack.py" />
      <source>Share of valid phases</source>
      <translation>Proporción de fases válidas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importstack.py" />
      <source>Stack</source>
      <translation>Pila</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importstack.py" />
      <source>hyp3</source>
      <translation>hyp3</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importstack.py" />
      <source>ifgramStack.h5 instead of a folder.</source>
      <translation>ifgramStack.h5 en lugar de una carpeta.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importstack.py" />
      <source>interferogram</source>
      <translation>interferograma</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importstack.py" />
      <source>licsar</source>
      <translation>licsar</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importstack.py" />
      <source>or MintPy's stack file</source>
      <translation>o archivo de pila de MintPy</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importstack.py" />
      <source>product: as the product defines it; or whether positive phase of the later minus the earlier date means motion away from or towards the satellite.</source>
      <translation>product: como la define el producto; o si una fase positiva de la fecha posterior menos la anterior significa movimiento que se aleja del satélite o que se acerca a él.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importstack.py" />
      <source>pyrate</source>
      <translation>pyrate</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importstack.py" />
      <source>refuse: stop and name the file; crop: to the common area of grids that line up; resample: to the commonest grid.</source>
      <translation>refuse: detenerse e indicar el archivo; crop: al área común de las cuadrículas que encajan; resample: a la cuadrícula más frecuente.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importvelocity.py" />
      <source>East, north and up, ground to satellite; where LiCSBAS' E, N and U lie beside the file.</source>
      <translation>Este, norte y vertical, del terreno al satélite; si E, N y U de LiCSBAS están junto al archivo.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importvelocity.py" />
      <source>Fastest rate away (mm/yr)</source>
      <translation>Velocidad máxima de alejamiento (mm/yr)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importvelocity.py" />
      <source>Fastest rate towards (mm/yr)</source>
      <translation>Velocidad máxima de acercamiento (mm/yr)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importvelocity.py" />
      <source>Import velocity map</source>
      <translation>Importar mapa de velocidad</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importvelocity.py" />
      <source>Line of sight</source>
      <translation>Línea de vista</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importvelocity.py" />
      <source>MintPy's temporalCoherence.h5, for a mask.</source>
      <translation>temporalCoherence.h5 de MintPy, para una máscara.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importvelocity.py" />
      <source>MintPy's velocity.h5, or a velocity file of LiCSBAS with its EQA.dem_par in the folder, its 'info' or the one beside it.</source>
      <translation>velocity.h5 de MintPy, o un archivo de velocidad de LiCSBAS con su EQA.dem_par en la carpeta, en su 'info' o en la contigua.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importvelocity.py" />
      <source>No data below temporal coherence</source>
      <translation>Sin datos por debajo de la coherencia temporal</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importvelocity.py" />
      <source>Pixels below become no data; needs the file of temporal coherence. 0 keeps what the product holds.</source>
      <translation>Los píxeles por debajo pasan a sin datos; requiere el archivo de coherencia temporal. 0 conserva lo que trae el producto.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importvelocity.py" />
      <source>Pixels with a rate</source>
      <translation>Píxeles con velocidad</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importvelocity.py" />
      <source>Redraws a finished velocity map of MintPy (velocity.h5) or LiCSBAS (vel, vel.mskd, vel.filt.mskd ...) as a raster in mm a year with its standard deviation, in the right place and with the right sign: positive towards the satellite.</source>
      <translation>Reescribe un mapa de velocidad terminado de MintPy (velocity.h5) o LiCSBAS (vel, vel.mskd, vel.filt.mskd ...) como ráster en mm al año con su desviación estándar, en el lugar y con el signo correctos: positivo hacia el satélite.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importvelocity.py" />
      <source>Velocity</source>
      <translation>Velocidad</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importvelocity.py" />
      <source>Velocity file</source>
      <translation>Archivo de velocidad</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importvelocity.py" />
      <source>licsbas</source>
      <translation>licsbas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importvelocity.py" />
      <source>rate</source>
      <translation>tasa</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importvelocity.py" />
      <source>velocity_mm_yr and, where known, velocity_std_mm_yr.</source>
      <translation>velocity_mm_yr y, donde se conoce, velocity_std_mm_yr.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>0 to 1.</source>
      <translation>De 0 a 1.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>0 water, 1 vegetation, 2 bare, 3 town.</source>
      <translation>0 agua, 1 vegetación, 2 suelo desnudo, 3 ciudad.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>0.0555 in C band, 0.236 in L band.</source>
      <translation>0.0555 en banda C, 0.236 en banda L.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>A band a date, mm since the first date.</source>
      <translation>Una banda por fecha, mm desde la primera fecha.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Along the line of sight, mm a year.</source>
      <translation>En línea de vista, mm al año.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>At the scene's centre, from the vertical.</source>
      <translation>En el centro de la escena, desde la vertical.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Bowls in the plain.</source>
      <translation>Cubetas en la llanura.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Centre</source>
      <translation>Centro</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Classes side by side</source>
      <translation>Clases una junto a otra</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Coefficient of variation of the backscatter within a class; 0 is homogeneous ground.</source>
      <translation>Coeficiente de variación de la retrodispersión dentro de una clase; 0 es terreno homogéneo.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Column spacing (m)</source>
      <translation>Espaciado de columnas (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Complex GeoTIFF</source>
      <translation>GeoTIFF complejo</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Coordinates</source>
      <translation>Coordenadas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Cover classes</source>
      <translation>Clases de cobertura</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Days between dates</source>
      <translation>Días entre fechas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Decay time (factor)</source>
      <translation>Tiempo de decorrelación (factor)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Decorrelation</source>
      <translation>Decorrelación</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Density of scatterers (factor)</source>
      <translation>Densidad de dispersores (factor)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Dominant ones, with velocity, series, signal-to-clutter ratio and height.</source>
      <translation>Los dominantes, con velocidad, serie, relación señal-clutter y altura.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Dominant scatterers</source>
      <translation>Dispersores dominantes</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Dominant scatterers in VH alone</source>
      <translation>Dispersores dominantes solo en VH</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Flattened</source>
      <translation>Aplanado</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Flight direction clockwise from north: -10 ascending, 190 descending.</source>
      <translation>Dirección de vuelo en sentido horario desde el norte: -10 ascendente, 190 descendente.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Gain of the images (dB)</source>
      <translation>Ganancia de las imágenes (dB)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Height error (m)</source>
      <translation>Error de altura (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Height of scatterers (m)</source>
      <translation>Altura de los dispersores (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Height of the mountains; less where slopes would be too steep.</source>
      <translation>Altura de las montañas; menor si las pendientes resultaran demasiado fuertes.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Height of the scene in pixels.</source>
      <translation>Altura de la escena en píxeles.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Images</source>
      <translation>Imágenes</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Images in VH besides VV.</source>
      <translation>Imágenes en VH además de VV.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>In stripes instead of patches.</source>
      <translation>En bandas alargadas en lugar de manchas.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Landslides</source>
      <translation>Deslizamientos de ladera</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Largest rate down the slope.</source>
      <translation>Velocidad máxima ladera abajo.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Largest signal-to-clutter ratio.</source>
      <translation>Relación señal-clutter máxima.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Largest true rate (mm/yr)</source>
      <translation>Velocidad verdadera máxima (mm/yr)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Lengthens the times in which coherence is lost: 30 days in vegetation, 120 on bare ground, 300 in town.</source>
      <translation>Alarga los tiempos en que se pierde la coherencia: 30 días en vegetación, 120 en suelo desnudo, 300 en ciudad.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Loss of coherence and the noise it brings.</source>
      <translation>Pérdida de coherencia y el ruido que conlleva.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Makes a stack of coregistered single-look complex images whose truth is known: ground of four classes (water, vegetation, bare, town) with speckle that loses coherence in time, by season and with the baseline; dominant scatterers with their own heights; bowls and landslides, delays of the atmosphere and height errors in the phase. It is written in the format of a real product, for training and for tests of whole chains. The same seed gives the same numbers. The flat-earth and topographic phase is taken off in the formats whose products come so (all but gamma).</source>
      <translation>Crea una pila de imágenes complejas de una vista (SLC) corregistradas cuyos valores verdaderos se conocen: terreno de cuatro clases (agua, vegetación, suelo desnudo, ciudad) con speckle que pierde coherencia con el tiempo, la estación y la línea base; dispersores dominantes con altura propia; cubetas y deslizamientos de ladera, retardos atmosféricos y errores de altura en la fase. Se escribe en el formato de un producto real, para formación y para probar cadenas completas. La misma semilla da los mismos números. La fase de tierra plana y la topográfica se eliminan en los formatos cuyos productos llegan así (todos menos gamma).</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Map coordinates</source>
      <translation>Coordenadas de mapa</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Mean coherence of neighbouring dates</source>
      <translation>Coherencia media de fechas consecutivas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Mean of neighbouring dates, mean of all pairs, and of the first and the last date.</source>
      <translation>Media de fechas consecutivas, media de todos los pares, y de la primera con la última fecha.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Minimum signal-to-clutter ratio of dominant scatterers.</source>
      <translation>Relación señal-clutter mínima de los dispersores dominantes.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Minimum true rate (mm/yr)</source>
      <translation>Velocidad verdadera mínima (mm/yr)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>New or empty, or that of a former simulation.</source>
      <translation>Nueva o vacía, o la de una simulación anterior.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Number of images.</source>
      <translation>Número de imágenes.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Of 20 a square kilometre in vegetation, 150 on bare ground and 2500 in town.</source>
      <translation>De 20 por kilómetro cuadrado en vegetación, 150 en suelo desnudo y 2500 en ciudad.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Of the scene; 13 E 46.4 N if empty.</source>
      <translation>De la escena; 13 E 46.4 N si está vacío.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>On steep slopes; the second accelerates, the third has a step.</source>
      <translation>En pendientes fuertes; el segundo se acelera, el tercero tiene un salto.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>On the ground; across the flight in radar coordinates.</source>
      <translation>En el terreno; transversal al vuelo en coordenadas de radar.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>On the ground; along the flight in radar coordinates.</source>
      <translation>En el terreno; a lo largo del vuelo en coordenadas de radar.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Outlines with their rates.</source>
      <translation>Contornos con sus velocidades.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Radar coordinates</source>
      <translation>Coordenadas de radar</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Rate of the bowls (mm/yr)</source>
      <translation>Velocidad de las cubetas (mm/yr)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Rate of the landslides (mm/yr)</source>
      <translation>Velocidad de los deslizamientos de ladera (mm/yr)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Relief (m)</source>
      <translation>Relieve (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Row spacing (m)</source>
      <translation>Espaciado de filas (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>SLC</source>
      <translation>SLC</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Same seed, same numbers.</source>
      <translation>Misma semilla, mismos números.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Seasonal motion (mm)</source>
      <translation>Movimiento estacional (mm)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Second polarisation</source>
      <translation>Segunda polarización</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Seed</source>
      <translation>Semilla</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Share of bare</source>
      <translation>Proporción de suelo desnudo</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Share of missing dates</source>
      <translation>Proporción de fechas ausentes</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Share of town</source>
      <translation>Proporción de ciudad</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Share of vegetation</source>
      <translation>Proporción de vegetación</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Share of water</source>
      <translation>Proporción de agua</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Simulate radar images (SLC)</source>
      <translation>Simular imágenes de radar (SLC)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Spread of the baselines (m)</source>
      <translation>Dispersión de las líneas base (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Standard deviation of a date's delay by height.</source>
      <translation>Desviación estándar del retardo de una fecha según la altura.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Standard deviation of a date's delay; 0 for none.</source>
      <translation>Desviación estándar del retardo de una fecha; 0 para ninguno.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Standard deviation of the images' gains.</source>
      <translation>Desviación estándar de las ganancias de las imágenes.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Standard deviation of the perpendicular baselines.</source>
      <translation>Desviación estándar de las líneas base perpendiculares.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Standard deviation of the smooth error of the elevation model.</source>
      <translation>Desviación estándar del error suave del modelo de elevación.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Standard deviation over the elevation model.</source>
      <translation>Desviación estándar sobre el modelo de elevación.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Stratified delay (mm/km)</source>
      <translation>Retardo estratificado (mm/km)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Strongest scatterer (dB)</source>
      <translation>Dispersor más fuerte (dB)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Subsidence bowls</source>
      <translation>Cubetas de subsidencia</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Texture</source>
      <translation>Textura</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>The product whose files are imitated. opera is geocoded, isce2 and gamma are in radar coordinates, mintpy (slcStack.h5, needs no import) and geotiff can be both.</source>
      <translation>Producto cuyos archivos se imitan. opera está geocodificado, isce2 y gamma están en coordenadas de radar, mintpy (slcStack.h5, no necesita importación) y geotiff pueden ser ambas cosas.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>The shares are scaled to add up to 1.</source>
      <translation>Las proporciones se escalan para que sumen 1.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>True coherence</source>
      <translation>Coherencia verdadera</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>True displacement</source>
      <translation>Desplazamiento verdadero</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>True scatterers</source>
      <translation>Dispersores verdaderos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>True velocity</source>
      <translation>Velocidad verdadera</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Turbulent delay (mm)</source>
      <translation>Retardo turbulento (mm)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Vertical, at the centre; negative sinks.</source>
      <translation>Vertical, en el centro; negativa si desciende.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Weakest scatterer (dB)</source>
      <translation>Dispersor más débil (dB)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Where none is missing.</source>
      <translation>Si no falta ninguna.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Whether the flat-earth and topographic phase is taken off; auto as the format's products come.</source>
      <translation>Si se elimina la fase de tierra plana y la topográfica; auto: como llegan los productos del formato.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Width of the scene in pixels.</source>
      <translation>Anchura de la escena en píxeles.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>YYYY-MM-DD.</source>
      <translation>YYYY-MM-DD.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Yearly amplitude in the bowls.</source>
      <translation>Amplitud anual en las cubetas.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>auto as the format has them, on the map if it can be both.</source>
      <translation>auto: como las tenga el formato; en el mapa si admite ambas.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>demo</source>
      <translation>demostración</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>persistent scatterers</source>
      <translation>dispersores persistentes</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>speckle</source>
      <translation>speckle</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>synthetic</source>
      <translation>sintético</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>test</source>
      <translation>prueba</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>training</source>
      <translation>formación</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulatestack.py" />
      <source>Cut the network in two</source>
      <translation>Cortar la red en dos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulatestack.py" />
      <source>Every date makes pairs with so many dates after it.</source>
      <translation>Cada fecha forma pares con este número de fechas posteriores.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulatestack.py" />
      <source>Height of the mountains.</source>
      <translation>Altura de las montañas.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulatestack.py" />
      <source>Independent looks</source>
      <translation>Looks independientes</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulatestack.py" />
      <source>Leaves out the pairs between the halves.</source>
      <translation>Excluye los pares entre las dos mitades.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulatestack.py" />
      <source>Makes a realistic stack of interferograms whose truth is known: subsidence bowls and landslides on a fractal terrain, delays of the atmosphere (turbulent and with height), decorrelation by land cover, height errors, unwrapping jumps and gaps. It is written in the format of a real product, for training and for tests of whole chains. The same seed gives the same numbers.</source>
      <translation>Crea una pila realista de interferogramas cuyos valores verdaderos se conocen: cubetas de subsidencia y deslizamientos de ladera en un terreno fractal, retardos atmosféricos (turbulentos y según la altura), decorrelación por cobertura del suelo, errores de altura, saltos de desenrollado y vacíos. Se escribe en el formato de un producto real, para formación y para probar cadenas completas. La misma semilla da los mismos números.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulatestack.py" />
      <source>Number of acquisitions.</source>
      <translation>Número de adquisiciones.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulatestack.py" />
      <source>Of every pair, 0 to 0.6.</source>
      <translation>De cada par, de 0 a 0.6.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulatestack.py" />
      <source>Of every pixel.</source>
      <translation>De cada píxel.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulatestack.py" />
      <source>Of the grid.</source>
      <translation>De la cuadrícula.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulatestack.py" />
      <source>Pairs a date</source>
      <translation>Pares por fecha</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulatestack.py" />
      <source>Pairs with a jump at each pixel.</source>
      <translation>Pares con salto en cada píxel.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulatestack.py" />
      <source>Pixel size (m)</source>
      <translation>Tamaño de píxel (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulatestack.py" />
      <source>Share of missing pixels</source>
      <translation>Proporción de píxeles ausentes</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulatestack.py" />
      <source>Share of pairs with unwrapping errors</source>
      <translation>Proporción de pares con errores de desenrollado</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulatestack.py" />
      <source>Simulate interferogram stack</source>
      <translation>Simular pila de interferogramas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulatestack.py" />
      <source>Standard deviation of the error of the elevation model.</source>
      <translation>Desviación estándar del error del modelo de elevación.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulatestack.py" />
      <source>The product whose files are imitated.</source>
      <translation>Producto cuyos archivos se imitan.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulatestack.py" />
      <source>True unwrapping errors</source>
      <translation>Errores de desenrollado verdaderos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/decorrelationmask.py" />
      <source>A band an interferogram: 1 trusted, 0 not.</source>
      <translation>Una banda por interferograma: 1 fiable, 0 no.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/decorrelationmask.py" />
      <source>A band an interferogram: probability that the phase's standard deviation is below one radian.</source>
      <translation>Una banda por interferograma: probabilidad de que la desviación típica de la fase sea menor que un radián.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/decorrelationmask.py" />
      <source>Learned detection</source>
      <translation>Detección aprendida</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/decorrelationmask.py" />
      <source>Least share of an interferogram (%)</source>
      <translation>Menor porcentaje de un interferograma (%)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/decorrelationmask.py" />
      <source>Least trust</source>
      <translation>Confianza mínima</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/decorrelationmask.py" />
      <source>Mask decorrelated pixels</source>
      <translation>Enmascarar píxeles decorrelacionados</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/decorrelationmask.py" />
      <source>Of those with data, for every pixel.</source>
      <translation>De los que tienen datos, para cada píxel.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/decorrelationmask.py" />
      <source>Pixels are kept whose phase has a standard deviation below one radian with at least this probability; more keeps fewer pixels.</source>
      <translation>Se conservan los píxeles cuya fase tiene, al menos con esta probabilidad, una desviación típica menor que un radián; un valor mayor conserva menos píxeles.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/decorrelationmask.py" />
      <source>Pixels to trust</source>
      <translation>Píxeles fiables</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/decorrelationmask.py" />
      <source>Share of interferograms to trust</source>
      <translation>Proporción de interferogramas fiables</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/decorrelationmask.py" />
      <source>Share of pixels to trust (%)</source>
      <translation>Porcentaje de píxeles fiables (%)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/decorrelationmask.py" />
      <source>Tells which pixels of wrapped interferograms can be trusted. A threshold of the coherence keeps noise that is coherent by chance and drops steep fringes; a small network looks at coherence, fringes and residues around every pixel instead and gives the probability that the standard deviation of its phase is below one radian.</source>
      <translation>Dice qué píxeles de los interferogramas enrollados son fiables. Un umbral de coherencia conserva ruido que es coherente por azar y descarta franjas densas; en su lugar, una pequeña red observa la coherencia, las franjas y los residuos alrededor de cada píxel y da la probabilidad de que la desviación típica de su fase sea menor que un radián.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/decorrelationmask.py" />
      <source>Trust</source>
      <translation>Confianza</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/decorrelationmask.py" />
      <source>decorrelation</source>
      <translation>decorrelación</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/decorrelationmask.py" />
      <source>deep learning</source>
      <translation>aprendizaje profundo</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/decorrelationmask.py" />
      <source>neural network</source>
      <translation>red neuronal</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/decorrelationmask.py" />
      <source>residues</source>
      <translation>residuos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/detectmotion.py" />
      <source>0 to 1 on the same grid; stacks bring their own.</source>
      <translation>De 0 a 1 en la misma cuadrícula; las pilas traen la suya.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/detectmotion.py" />
      <source>A box for every detection in every interferogram, with its object.</source>
      <translation>Un recuadro por cada detección en cada interferograma, con su objeto.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/detectmotion.py" />
      <source>A map of rates is looked at as the motion of so many years: more of them show slower motion, and more noise.</source>
      <translation>Un mapa de velocidades se mira como el movimiento de tantos años: cuantos más, más lento es el movimiento que se ve, y más ruido.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/detectmotion.py" />
      <source>A stack of wrapped or unwrapped interferograms (ifgramStack.h5), or a raster: wrapped or unwrapped phase (radians or complex), displacement or rates along the line of sight, or the gradients of 'Phase-gradient stack'.</source>
      <translation>Una pila de interferogramas enrollados o desenrollados (ifgramStack.h5), o un ráster: fase enrollada o desenrollada (radianes o compleja), desplazamiento o velocidades a lo largo de la línea de visión, o los gradientes de la pila de gradientes de fase.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/detectmotion.py" />
      <source>Area of the objects (km²)</source>
      <translation>Superficie de los objetos (km²)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/detectmotion.py" />
      <source>Basins</source>
      <translation>Cubetas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/detectmotion.py" />
      <source>Boxes of the detections</source>
      <translation>Recuadros de las detecciones</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/detectmotion.py" />
      <source>Coherence of the raster</source>
      <translation>Coherencia del ráster</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/detectmotion.py" />
      <source>Detect motion in interferograms</source>
      <translation>Detectar movimiento en interferogramas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/detectmotion.py" />
      <source>Detections</source>
      <translation>Detecciones</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/detectmotion.py" />
      <source>Finds subsidence basins and moving slopes in wrapped or unwrapped interferograms, or in maps of displacement or rates, without unwrapping anything: a small network, or the classical Laplacian of Gaussian. Detections of several interferograms and of two orbits become one object with a score that says how often such a detection is right. The stack cut to the objects can go on to the time-series tools.</source>
      <translation>Encuentra cubetas de subsidencia y laderas en movimiento en interferogramas enrollados o desenrollados, o en mapas de desplazamiento o de velocidades, sin desenrollar nada: con una pequeña red neuronal o con la laplaciana de gaussiana clásica. Las detecciones de varios interferogramas y de dos órbitas se unen en un objeto con una puntuación que dice con qué frecuencia acierta una detección así. La pila recortada a los objetos puede pasar a las herramientas de series temporales.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/detectmotion.py" />
      <source>Geometry of the cut stack</source>
      <translation>Geometría de la pila recortada</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/detectmotion.py" />
      <source>Ground around the objects that the cut stack keeps.</source>
      <translation>Terreno alrededor de los objetos que conserva la pila recortada.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/detectmotion.py" />
      <source>Interferograms looked at</source>
      <translation>Interferogramas examinados</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/detectmotion.py" />
      <source>Interferograms or map of motion</source>
      <translation>Interferogramas o mapa de movimiento</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/detectmotion.py" />
      <source>Laplacian of Gaussian</source>
      <translation>Laplaciana de gaussiana</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/detectmotion.py" />
      <source>Largest objects (m)</source>
      <translation>Objetos más grandes (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/detectmotion.py" />
      <source>Least number of interferograms</source>
      <translation>Número mínimo de interferogramas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/detectmotion.py" />
      <source>Least score</source>
      <translation>Puntuación mínima</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/detectmotion.py" />
      <source>Least score used</source>
      <translation>Puntuación mínima usada</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/detectmotion.py" />
      <source>Lower detections are left out. If empty, the score at which nine of ten detections were right on simulated scenes.</source>
      <translation>Las detecciones inferiores se descartan. Si está vacío, la puntuación con la que nueve de cada diez detecciones eran correctas en escenas simuladas.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/detectmotion.py" />
      <source>Margin of the cut (m)</source>
      <translation>Margen del recorte (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/detectmotion.py" />
      <source>Objects</source>
      <translation>Objetos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/detectmotion.py" />
      <source>Objects that move</source>
      <translation>Objetos en movimiento</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/detectmotion.py" />
      <source>Of rasters: Sentinel-1 0.05546576, ALOS-2 0.2424525. Motion is shown as fringes of half of it.</source>
      <translation>De los rásteres: Sentinel-1 0.05546576, ALOS-2 0.2424525. El movimiento se muestra como franjas de la mitad de ella.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/detectmotion.py" />
      <source>Of the geometry that is given, or lies beside the input.</source>
      <translation>De la geometría que se indica, o de la que está junto a la entrada.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/detectmotion.py" />
      <source>Of the other orbit or of other dates, of any of these kinds and on any grid: what both show is one object.</source>
      <translation>De la otra órbita o de otras fechas, de cualquiera de estos tipos y en cualquier cuadrícula: lo que ambas muestran es un solo objeto.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/detectmotion.py" />
      <source>Outlines with score, kind, size, fringes and motion, and the interferograms that show them.</source>
      <translation>Contornos con puntuación, tipo, tamaño, franjas y movimiento, y los interferogramas que los muestran.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/detectmotion.py" />
      <source>Phase (radians)</source>
      <translation>Fase (radianes)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/detectmotion.py" />
      <source>Pixels of low coherence count less.</source>
      <translation>Los píxeles de baja coherencia cuentan menos.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/detectmotion.py" />
      <source>Second input</source>
      <translation>Segunda entrada</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/detectmotion.py" />
      <source>Slopes</source>
      <translation>Laderas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/detectmotion.py" />
      <source>Stack cut to the objects</source>
      <translation>Pila recortada a los objetos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/detectmotion.py" />
      <source>That have to show an object. If empty: a tenth of them, at least two of four or more.</source>
      <translation>Que deben mostrar un objeto. Si está vacío: la décima parte, al menos dos si hay cuatro o más.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/detectmotion.py" />
      <source>The input, if it is a stack, in the rectangle around all objects, empty farther from them than the margin; for 'Small baseline' or, if wrapped, for 'Unwrap'.</source>
      <translation>La entrada, si es una pila, en el rectángulo que rodea todos los objetos, vacía más allá del margen; para la cadena de líneas de base cortas o, si está enrollada, para desenrollarla.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/detectmotion.py" />
      <source>Use the coherence</source>
      <translation>Usar la coherencia</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/detectmotion.py" />
      <source>What the raster holds</source>
      <translation>Qué contiene el ráster</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/detectmotion.py" />
      <source>Width up to which is looked for; empty for all up to the scene's own. Large ones are mostly atmosphere.</source>
      <translation>Anchura hasta la que se busca; vacío para todas hasta la de la propia escena. Los grandes son sobre todo atmósfera.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/detectmotion.py" />
      <source>Years of rates</source>
      <translation>Años de las velocidades</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/detectmotion.py" />
      <source>auto: what its unit or the name of its band says; phase in radians; displacement or rates in m, cm or mm.</source>
      <translation>auto: lo que dice su unidad o el nombre de su banda; phase: fase en radianes; desplazamiento o velocidades en m, cm o mm.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/detectmotion.py" />
      <source>basin</source>
      <translation>cubeta</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/detectmotion.py" />
      <source>geometryGeo.h5, for the geometry of the cut; the one beside the stack if empty.</source>
      <translation>geometryGeo.h5, para la geometría del recorte; si se deja vacío, la que está junto a la pila.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/detectmotion.py" />
      <source>learned: a small network, trained on simulated scenes; log: extrema of the Laplacian of Gaussian of the phase, the classical way.</source>
      <translation>learned: una pequeña red neuronal, entrenada con escenas simuladas; log: extremos de la laplaciana de gaussiana de la fase, la manera clásica.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/jumpscreen.py" />
      <source>1: none was found, 0: some was.</source>
      <translation>1: no se encontró ninguno; 0: se encontró alguno.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/jumpscreen.py" />
      <source>A band for each interferogram with errors, named by its dates: whole cycles to be added.</source>
      <translation>Una banda por cada interferograma con errores, llamada por sus fechas: ciclos enteros que hay que sumar.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/jumpscreen.py" />
      <source>A row each: how well loops judge it, regions, pixels, share.</source>
      <translation>Una fila cada uno: lo bien que lo juzgan los bucles, regiones, píxeles, proporción.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/jumpscreen.py" />
      <source>Cycles to add</source>
      <translation>Ciclos que sumar</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/jumpscreen.py" />
      <source>Fewest pixels of a region</source>
      <translation>Mínimo de píxeles de una región</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/jumpscreen.py" />
      <source>Finds regions of a series or a stack that were unwrapped wrongly: whole cycles that no motion explains. A wrong interferogram leaves its fingerprint in the residuals of all loops that it is in, which names it pixel by pixel; where there is no loop, a closed sharp border around a region gives it away.</source>
      <translation>Encuentra las regiones de una serie o una pila que se desenrollaron mal: ciclos enteros que ningún movimiento explica. Un interferograma erróneo deja su huella en los residuos de todos los bucles en los que está, lo que lo señala píxel a píxel; donde no hay bucle, lo delata un borde cerrado y nítido alrededor de una región.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/jumpscreen.py" />
      <source>HDF5 in MintPy's layout (timeseries.h5). Without the stack, wrong cycles are looked for between its dates; beside the stack it tells the steady motion.</source>
      <translation>HDF5 en el formato de MintPy (timeseries.h5). Sin la pila se buscan ciclos erróneos entre sus fechas; junto a la pila indica el movimiento constante.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/jumpscreen.py" />
      <source>Interferograms (or steps between dates) with an unwrapping error at each pixel.</source>
      <translation>Interferogramas (o pasos entre fechas) con un error de desenrollado en cada píxel.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/jumpscreen.py" />
      <source>Interferograms that no loop judges</source>
      <translation>Interferogramas que ningún bucle juzga</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/jumpscreen.py" />
      <source>Interferograms with unwrapping errors</source>
      <translation>Interferogramas con errores de desenrollado</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/jumpscreen.py" />
      <source>Least sharp share of a border</source>
      <translation>Proporción nítida mínima de un borde</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/jumpscreen.py" />
      <source>Logarithm of the odds for whole cycles and against noise; 8 is 3000 to 1.</source>
      <translation>Logaritmo de las probabilidades a favor de ciclos enteros y en contra del ruido; 8 es 3000 a 1.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/jumpscreen.py" />
      <source>Minimum evidence of a region</source>
      <translation>Evidencia mínima de una región</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/jumpscreen.py" />
      <source>Number of unwrapping errors</source>
      <translation>Número de errores de desenrollado</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/jumpscreen.py" />
      <source>Outlines with interferogram, cycles to add, step, size, sharpness of the border, evidence and advice.</source>
      <translation>Contornos con interferograma, ciclos que sumar, salto, tamaño, nitidez del borde, evidencia y consejo.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/jumpscreen.py" />
      <source>Pixels with unwrapping errors</source>
      <translation>Píxeles con errores de desenrollado</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/jumpscreen.py" />
      <source>Pixels without unwrapping errors</source>
      <translation>Píxeles sin errores de desenrollado</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/jumpscreen.py" />
      <source>Regions with unwrapping errors</source>
      <translation>Regiones con errores de desenrollado</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/jumpscreen.py" />
      <source>Screen unwrapping errors</source>
      <translation>Detectar errores de desenrollado</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/jumpscreen.py" />
      <source>Share of all values that are wrong</source>
      <translation>Proporción de valores erróneos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/jumpscreen.py" />
      <source>Smaller ones are left out.</source>
      <translation>Las más pequeñas se omiten.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/jumpscreen.py" />
      <source>The stack that the series was made of (ifgramStack.h5): its loops tell which interferogram is wrong. Also without a series.</source>
      <translation>La pila de la que se hizo la serie (ifgramStack.h5): sus bucles dicen qué interferograma está mal. También sin serie.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/jumpscreen.py" />
      <source>Where no loop judges: ground without data or of small parts that a border may run through, on each side of it.</source>
      <translation>Donde ningún bucle juzga: terreno sin datos o de partes pequeñas por el que puede pasar un borde, a cada lado.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/jumpscreen.py" />
      <source>Where no loop judges: share of a region's border that steps by nearly whole cycles from one pixel to the next. Motion tapers.</source>
      <translation>Donde ningún bucle juzga: proporción del borde de una región que salta casi ciclos enteros de un píxel al siguiente. El movimiento se atenúa poco a poco.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/jumpscreen.py" />
      <source>Widest gap at borders (pixels)</source>
      <translation>Hueco máximo en los bordes (píxeles)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/jumpscreen.py" />
      <source>closure</source>
      <translation>cierre</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/jumpscreen.py" />
      <source>cycle slip</source>
      <translation>salto de ciclo</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/jumpscreen.py" />
      <source>jump</source>
      <translation>salto</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/jumpscreen.py" />
      <source>phase</source>
      <translation>fase</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/jumpscreen.py" />
      <source>quality</source>
      <translation>calidad</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>2d</source>
      <translation>2d</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>3d</source>
      <translation>3d</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>A year; a raster's own unit goes first.</source>
      <translation>Por año; tiene prioridad la unidad propia de un ráster.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>About the reference point.</source>
      <translation>En torno al punto de referencia.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>All orbits look to the left of their flight.</source>
      <translation>Todas las órbitas miran a la izquierda de su vuelo.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Along the flight (pixel offsets, multi-aperture or burst overlap), positive in flight direction: tells north.</source>
      <translation>A lo largo del vuelo (desplazamientos de píxel, apertura múltiple o solape de bursts), positivo en la dirección de vuelo: informa del norte.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Along the line of sight, positive towards the satellite.</source>
      <translation>En línea de vista, positiva hacia el satélite.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Along the slope's aspect</source>
      <translation>A lo largo de la orientación de la ladera</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Aspects are those of planes fitted to so large a neighbourhood; 0 takes 3 x 3 cells.</source>
      <translation>Las orientaciones son las de planos ajustados a una vecindad de este tamaño; 0 toma 3 x 3 celdas.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Azimuth motion of the second orbit: points or raster</source>
      <translation>Movimiento en acimut de la segunda órbita: puntos o ráster</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Azimuth motion: points or raster</source>
      <translation>Movimiento en acimut: puntos o ráster</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Bands: correlation of the errors of both, condition number, residual (with more observations than components).</source>
      <translation>Bandas: correlación de los errores de ambas, número de condición, residuo (con más observaciones que componentes).</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Cell size (m)</source>
      <translation>Tamaño de celda (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Cells solved</source>
      <translation>Celdas resueltas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Cells with a worse geometry are left out; an ascending and a descending Sentinel-1 have 1.0 to 1.7.</source>
      <translation>Se excluyen las celdas con peor geometría; una órbita ascendente y una descendente de Sentinel-1 dan de 1.0 a 1.7.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Common level</source>
      <translation>Nivel común</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Decompose into up and east</source>
      <translation>Descomponer en vertical y este</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Displacements</source>
      <translation>Desplazamientos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>East series</source>
      <translation>Serie este</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>East, or along the aspect</source>
      <translation>Este, o según la orientación de la pendiente</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Elevation model</source>
      <translation>Modelo de elevación</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Field: rate</source>
      <translation>Campo: velocidad</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Field: rate of the fourth orbit</source>
      <translation>Campo: velocidad de la cuarta órbita</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Field: rate of the second orbit</source>
      <translation>Campo: velocidad de la segunda órbita</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Field: rate of the third orbit</source>
      <translation>Campo: velocidad de la tercera órbita</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Field: standard deviation</source>
      <translation>Campo: desviación estándar</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Field: standard deviation of the fourth orbit</source>
      <translation>Campo: desviación estándar de la cuarta órbita</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Field: standard deviation of the second orbit</source>
      <translation>Campo: desviación estándar de la segunda órbita</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Field: standard deviation of the third orbit</source>
      <translation>Campo: desviación estándar de la tercera órbita</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Flat below (degrees)</source>
      <translation>Llano por debajo de (grados)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>For motion along the aspect: heights in metres.</source>
      <translation>Para movimiento según la orientación de la pendiente: alturas en metros.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>For the names of the bands.</source>
      <translation>Para los nombres de las bandas.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>For tracks without a layer of standard deviations.</source>
      <translation>Para trayectorias sin capa de desviaciones estándar.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Gentler slopes have no aspect.</source>
      <translation>Las pendientes más suaves no tienen orientación.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Geometry of the fourth orbit</source>
      <translation>Geometría de la cuarta órbita</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Geometry of the second orbit</source>
      <translation>Geometría de la segunda órbita</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Geometry of the third orbit</source>
      <translation>Geometría de la tercera órbita</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Heading of the fourth orbit (degrees)</source>
      <translation>Acimut de vuelo de la cuarta órbita (grados)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Heading of the second orbit (degrees)</source>
      <translation>Acimut de vuelo de la segunda órbita (grados)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Heading of the third orbit (degrees)</source>
      <translation>Acimut de vuelo de la tercera órbita (grados)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Heading raster of the fourth orbit</source>
      <translation>Ráster de acimut de vuelo de la cuarta órbita</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Heading raster of the second orbit</source>
      <translation>Ráster de acimut de vuelo de la segunda órbita</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Heading raster of the third orbit</source>
      <translation>Ráster de acimut de vuelo de la tercera órbita</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Horizontal direction</source>
      <translation>Dirección horizontal</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Incidence of the fourth orbit (degrees)</source>
      <translation>Incidencia de la cuarta órbita (grados)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Incidence of the second orbit (degrees)</source>
      <translation>Incidencia de la segunda órbita (grados)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Incidence of the third orbit (degrees)</source>
      <translation>Incidencia de la tercera órbita (grados)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Incidence raster of the fourth orbit</source>
      <translation>Ráster de incidencia de la cuarta órbita</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Incidence raster of the second orbit</source>
      <translation>Ráster de incidencia de la segunda órbita</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Incidence raster of the third orbit</source>
      <translation>Ráster de incidencia de la tercera órbita</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Interpolated from GNSS, for example.</source>
      <translation>Interpolado de GNSS, por ejemplo.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Known there, from GNSS; 0 takes it as stable.</source>
      <translation>Conocido allí, por GNSS; 0 lo toma como estable.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Largest condition number</source>
      <translation>Número de condición máximo</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Left out: directions alike</source>
      <translation>Excluidas: direcciones similares</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Left out: too few tracks</source>
      <translation>Excluidas: pocas trayectorias</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Left-looking radar</source>
      <translation>Radar que mira a la izquierda</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Line-of-sight raster of the fourth orbit</source>
      <translation>Ráster de línea de vista de la cuarta órbita</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Line-of-sight raster of the fourth orbit: north</source>
      <translation>Ráster de línea de vista de la cuarta órbita: norte</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Line-of-sight raster of the fourth orbit: up</source>
      <translation>Ráster de línea de vista de la cuarta órbita: vertical</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Line-of-sight raster of the second orbit</source>
      <translation>Ráster de línea de vista de la segunda órbita</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Line-of-sight raster of the second orbit: north</source>
      <translation>Ráster de línea de vista de la segunda órbita: norte</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Line-of-sight raster of the second orbit: up</source>
      <translation>Ráster de línea de vista de la segunda órbita: vertical</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Line-of-sight raster of the third orbit</source>
      <translation>Ráster de línea de vista de la tercera órbita</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Line-of-sight raster of the third orbit: north</source>
      <translation>Ráster de línea de vista de la tercera órbita: norte</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Line-of-sight raster of the third orbit: up</source>
      <translation>Ráster de línea de vista de la tercera órbita: vertical</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Median condition number</source>
      <translation>Mediana del número de condición</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Median east or along the aspect (mm or mm/yr)</source>
      <translation>Mediana este o según la orientación (mm o mm/yr)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Median residual (mm or mm/yr)</source>
      <translation>Mediana del residuo (mm o mm/yr)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Median up (mm or mm/yr)</source>
      <translation>Mediana vertical (mm o mm/yr)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Minimum number of points in a cell</source>
      <translation>Mínimo de puntos por celda</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Motion and its standard deviation; along the aspect also the length, inclination (negative is down) and azimuth of the motion.</source>
      <translation>Movimiento y su desviación estándar; según la orientación, también la longitud, la inclinación (negativa hacia abajo) y el acimut del movimiento.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Motion of all orbits.</source>
      <translation>El movimiento de todas las órbitas.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Motion of the fourth orbit: points or raster</source>
      <translation>Movimiento de la cuarta órbita: puntos o ráster</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Motion of the reference: east (mm or mm/yr)</source>
      <translation>Movimiento de la referencia: este (mm o mm/yr)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Motion of the reference: north (mm or mm/yr)</source>
      <translation>Movimiento de la referencia: norte (mm o mm/yr)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Motion of the reference: up (mm or mm/yr)</source>
      <translation>Movimiento de la referencia: vertical (mm o mm/yr)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Motion of the second orbit: points or raster</source>
      <translation>Movimiento de la segunda órbita: puntos o ráster</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Motion of the third orbit: points or raster</source>
      <translation>Movimiento de la tercera órbita: puntos o ráster</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Motion up and its standard deviation; mm/yr, or mm.</source>
      <translation>Movimiento vertical (positivo hacia arriba) y su desviación estándar; mm/yr o mm.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Motion: points or raster</source>
      <translation>Movimiento: puntos o ráster</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>North</source>
      <translation>Norte</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>North motion: points or raster</source>
      <translation>Movimiento norte: puntos o ráster</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Of each layer of points.</source>
      <translation>De cada capa de puntos.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Of the common grid; that of the coarsest raster if empty. Needed for points alone.</source>
      <translation>De la cuadrícula común; la del ráster más grueso si está vacío. Necesario si solo hay puntos.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Of the first orbit, HDF5 in MintPy's layout (timeseries.h5) or of LiCSBAS (cum.h5): with those of the others it gives series of east and up.</source>
      <translation>De la primera órbita, HDF5 con la estructura de MintPy (timeseries.h5) o de LiCSBAS (cum.h5): junto con las de las demás da series este y vertical.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Of the north motion, where its layer has none. Without such a layer north is taken as zero, give or take so much, which goes into the errors of east and up; empty neglects it.</source>
      <translation>Del movimiento norte, si su capa no la tiene. Sin esa capa, el norte se toma como cero con esta incertidumbre, que pasa a los errores de este y vertical; vacío lo desprecia.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Of the orbits' time series: HDF5 in MintPy's layout, metres, with standard deviations.</source>
      <translation>De las series temporales de las órbitas: HDF5 con la estructura de MintPy, metros, con desviaciones estándar.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>On the grid of the motion's raster, where that has no band velocity_std.</source>
      <translation>En la cuadrícula del ráster de movimiento, si este no tiene una banda velocity_std.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Points with series (DYYYYMMDD): rates are fitted anew over the time that all tracks share.</source>
      <translation>Puntos con series (DYYYYMMDD): las velocidades se reajustan en el tiempo común a todas las trayectorias.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Positive away from the satellite</source>
      <translation>Positivo al alejarse del satélite</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Quality</source>
      <translation>Calidad</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Radar geometry</source>
      <translation>Geometría del radar</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Radius of the slope (m)</source>
      <translation>Radio de la pendiente (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Raster of standard deviations</source>
      <translation>Ráster de desviaciones estándar</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Raster of standard deviations of the fourth orbit</source>
      <translation>Ráster de desviaciones estándar de la cuarta órbita</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Raster of standard deviations of the second orbit</source>
      <translation>Ráster de desviaciones estándar de la segunda órbita</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Raster of standard deviations of the third orbit</source>
      <translation>Ráster de desviaciones estándar de la tercera órbita</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Rates</source>
      <translation>Velocidades</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Rates over the common time</source>
      <translation>Velocidades en el tiempo común</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Solved, or why not.</source>
      <translation>Resuelta, o por qué no.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Standard deviation of azimuth motion (mm or mm/yr)</source>
      <translation>Desviación estándar del movimiento en acimut (mm o mm/yr)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Standard deviation of north (mm or mm/yr)</source>
      <translation>Desviación estándar del norte (mm o mm/yr)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Standard deviation where there is none (mm or mm/yr)</source>
      <translation>Desviación estándar donde no la hay (mm o mm/yr)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Status</source>
      <translation>Estado</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Takes motion that two or more orbits saw along their lines of sight apart into up and east, by weighted least squares in every cell, with standard deviations, correlation and condition number. North, which near-polar orbits hardly see, is neglected, unless azimuth offsets or GNSS tell it, or its size is let into the errors. Or into up and along the steepest slope of an elevation model, with the direction of the motion. Layers (points or rasters, mixed) meet on one grid by the median in each cell. Cells whose directions are too much alike are left out; one orbit, or two that look from the same side, are refused. Every track is relative to its own reference: give a common one, or an offset between tracks becomes motion.</source>
      <translation>Descompone en vertical y este el movimiento que dos o más órbitas vieron en su línea de vista, por mínimos cuadrados ponderados en cada celda, con desviaciones estándar, correlación y número de condición. El norte, que las órbitas casi polares apenas ven, se desprecia, salvo que lo aporten desplazamientos en acimut o GNSS, o que su magnitud se incluya en los errores. O bien en vertical y según la máxima pendiente de un modelo de elevación, con la dirección del movimiento. Las capas (puntos o rásteres, mezclados) se reúnen en una cuadrícula con la mediana de cada celda. Se excluyen las celdas con direcciones demasiado parecidas; se rechaza una sola órbita, o dos que miran desde el mismo lado. Cada trayectoria es relativa a su propia referencia: dé una común, o un desfase entre trayectorias se convertirá en movimiento.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>The same for the motion up.</source>
      <translation>Lo mismo para el movimiento vertical.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Time series of the fourth orbit</source>
      <translation>Serie temporal de la cuarta órbita</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Time series of the second orbit</source>
      <translation>Serie temporal de la segunda órbita</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Time series of the third orbit</source>
      <translation>Serie temporal de la tercera órbita</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Unit of the rates</source>
      <translation>Unidad de las velocidades</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Up series</source>
      <translation>Serie vertical</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>What the layers hold</source>
      <translation>Qué contienen las capas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Where azimuth motion, north motion or its standard deviation is given.</source>
      <translation>Si se da movimiento en acimut, movimiento norte o su desviación estándar.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Where the layer has none.</source>
      <translation>Si la capa no la tiene.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>ascending</source>
      <translation>ascendente</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>aspect</source>
      <translation>orientación</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>decomposition</source>
      <translation>descomposición</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>descending</source>
      <translation>descendente</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>east</source>
      <translation>este</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>east: up and east; aspect: up and along the steepest slope of the elevation model (positive downhill).</source>
      <translation>east: vertical y este; aspect: vertical y según la máxima pendiente del modelo de elevación (positivo pendiente abajo).</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>horizontal</source>
      <translation>horizontal</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>none: as the tracks are; area: the median of every track about a point is made the motion that is known there; level: constants that make three and more observations fit each other (what looks like motion in all of them stays).</source>
      <translation>none: las trayectorias tal como están; area: la mediana de cada trayectoria en torno a un punto se iguala al movimiento conocido allí; level: constantes que hacen concordar entre sí tres o más observaciones (lo que parece movimiento en todas ellas permanece).</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>up</source>
      <translation>arriba</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>vertical</source>
      <translation>vertical</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/slopevelocity.py" />
      <source>Adds to the standard deviation of the rates; 0 takes slopes as exact.</source>
      <translation>Se suma a la desviación estándar de las velocidades; 0 toma las pendientes como exactas.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/slopevelocity.py" />
      <source>Clip</source>
      <translation>Limitar</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/slopevelocity.py" />
      <source>Fastest rate downhill (mm/yr)</source>
      <translation>Velocidad máxima pendiente abajo (mm/yr)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/slopevelocity.py" />
      <source>For a raster: bands rate and standard deviation (mm/yr), C, slope, aspect.</source>
      <translation>Para un ráster: bandas de velocidad y desviación estándar (mm/yr), C, pendiente, orientación.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/slopevelocity.py" />
      <source>For a raster: what became of every cell.</source>
      <translation>Para un ráster: qué ocurrió con cada celda.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/slopevelocity.py" />
      <source>For points: all of their fields, and slope_velocity_mm_yr, slope_velocity_std_mm_yr, sensitivity_c, slope_deg, aspect_deg (downhill), slope_status.</source>
      <translation>Para puntos: todos sus campos, y slope_velocity_mm_yr, slope_velocity_std_mm_yr, sensitivity_c, slope_deg, aspect_deg (pendiente abajo), slope_status.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/slopevelocity.py" />
      <source>Gentler slopes are left out.</source>
      <translation>Se excluyen las pendientes más suaves.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/slopevelocity.py" />
      <source>Heights in metres, in degrees or on a projected map.</source>
      <translation>Alturas en metros, en grados o en un mapa proyectado.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/slopevelocity.py" />
      <source>It is flagged otherwise. Ground at rest has noise of both signs: leaving out one makes it slide.</source>
      <translation>De lo contrario se marca. El terreno en reposo tiene ruido de ambos signos: excluir uno hace que parezca deslizarse.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/slopevelocity.py" />
      <source>Leave out motion uphill</source>
      <translation>Excluir el movimiento pendiente arriba</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/slopevelocity.py" />
      <source>Left out: flat</source>
      <translation>Excluidos: llano</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/slopevelocity.py" />
      <source>Left out: low sensitivity</source>
      <translation>Excluidos: baja sensibilidad</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/slopevelocity.py" />
      <source>Median rate (mm/yr)</source>
      <translation>Velocidad mediana (mm/yr)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/slopevelocity.py" />
      <source>Minimum sensitivity</source>
      <translation>Sensibilidad mínima</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/slopevelocity.py" />
      <source>Of these uphill</source>
      <translation>De ellos, pendiente arriba</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/slopevelocity.py" />
      <source>On the grid of the velocity raster, where that has no band velocity_std.</source>
      <translation>En la cuadrícula del ráster de velocidad, si este no tiene una banda velocity_std.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/slopevelocity.py" />
      <source>Points along the slope</source>
      <translation>Puntos a lo largo de la pendiente</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/slopevelocity.py" />
      <source>Raster along the slope</source>
      <translation>Ráster a lo largo de la pendiente</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/slopevelocity.py" />
      <source>Rates along the slope</source>
      <translation>Velocidades a lo largo de la pendiente</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/slopevelocity.py" />
      <source>Rates: points or velocity raster</source>
      <translation>Velocidades: puntos o ráster</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/slopevelocity.py" />
      <source>Slopes are those of planes fitted to so large a neighbourhood (Gaussian weights, half the radius is their standard deviation); 0 takes 3 x 3 cells.</source>
      <translation>Las pendientes son las de planos ajustados a una vecindad de este tamaño (pesos gaussianos cuya desviación estándar es la mitad del radio); 0 toma 3 x 3 celdas.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/slopevelocity.py" />
      <source>Standard deviation of the slope (degrees)</source>
      <translation>Desviación estándar de la pendiente (grados)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/slopevelocity.py" />
      <source>The radar looks to the left of its flight (geometry files and line-of-sight rasters know by themselves).</source>
      <translation>El radar mira a la izquierda de su vuelo (los archivos de geometría y los rásteres de línea de vista ya lo indican).</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/slopevelocity.py" />
      <source>The sign of the rates is turned first.</source>
      <translation>Primero se invierte el signo de las velocidades.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/slopevelocity.py" />
      <source>Turns rates along the line of sight into rates along the steepest slope of an elevation model, V = V_los / C, positive downhill, where C is the cosine between the line of sight and steepest descent. This takes for granted that the ground slides down the steepest slope. Where the radar hardly sees such motion (small C) a rate would be noise: it is left out, or C is held at its minimum. Flat ground has no direction and is left out; motion uphill is flagged. Standard deviations are carried over. Points keep all of their fields. Heights with noise tilt slopes: SRTM's few metres over 30 m make several degrees, so fit planes over 50 to 150 m.</source>
      <translation>Convierte velocidades en línea de vista en velocidades según la máxima pendiente de un modelo de elevación, V = V_los / C, positivas pendiente abajo, donde C es el coseno entre la línea de vista y la dirección de máximo descenso. Da por hecho que el terreno se desliza por la máxima pendiente. Donde el radar apenas ve ese movimiento (C pequeño) una velocidad sería ruido: se excluye, o C se fija en su mínimo. El terreno llano no tiene dirección y se excluye; el movimiento pendiente arriba se marca. Las desviaciones estándar se propagan. Los puntos conservan todos sus campos. Las alturas con ruido inclinan las pendientes: los pocos metros de SRTM en 30 m suponen varios grados; conviene ajustar planos de 50 a 150 m.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/slopevelocity.py" />
      <source>Where sensitivity is low</source>
      <translation>Donde la sensibilidad es baja</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/slopevelocity.py" />
      <source>c index</source>
      <translation>índice c</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/slopevelocity.py" />
      <source>downslope</source>
      <translation>pendiente abajo</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/slopevelocity.py" />
      <source>drop: no rate; clip: C is held at the minimum sensitivity, with its sign, so the rate is an underestimate.</source>
      <translation>drop: sin velocidad; clip: C se fija en la sensibilidad mínima, con su signo, de modo que la velocidad queda subestimada.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/slopevelocity.py" />
      <source>projection</source>
      <translation>proyección</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/slopevelocity.py" />
      <source>sensitivity</source>
      <translation>sensibilidad</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/slopevelocity.py" />
      <source>vslope</source>
      <translation>vslope</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/slopevelocity.py" />
      <source>|C|; 0.2 to 0.3 in practice.</source>
      <translation>|C|; en la práctica, de 0.2 a 0.3.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/suitability.py" />
      <source>A raster of classes, or polygons with a field of classes.</source>
      <translation>Un ráster de clases, o polígonos con un campo de clases.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/suitability.py" />
      <source>Bands: CR index, score of the land cover, R index.</source>
      <translation>Bandas: índice CR, puntuación de la cobertura del suelo, índice R.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/suitability.py" />
      <source>CORINE Land Cover</source>
      <translation>CORINE Land Cover</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/suitability.py" />
      <source>CR index</source>
      <translation>Índice CR</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/suitability.py" />
      <source>CR index at which low, medium, high and very high begin.</source>
      <translation>Índice CR a partir del cual empiezan baja, media, alta y muy alta.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/suitability.py" />
      <source>CSV with class, score, name; rows of the table above win.</source>
      <translation>CSV con class, score, name; prevalecen las filas de la tabla anterior.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/suitability.py" />
      <source>Cells, area, share, mean R index and targets by class and by land cover.</source>
      <translation>Celdas, área, proporción, índice R medio y blancos por clase y por cobertura del suelo.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/suitability.py" />
      <source>Classes, named in the legend.</source>
      <translation>Clases, con nombre en la leyenda.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/suitability.py" />
      <source>ESA WorldCover</source>
      <translation>ESA WorldCover</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/suitability.py" />
      <source>Expected density</source>
      <translation>Densidad esperada</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/suitability.py" />
      <source>Expected density of targets</source>
      <translation>Densidad esperada de blancos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/suitability.py" />
      <source>Field of the class</source>
      <translation>Campo de la clase</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/suitability.py" />
      <source>From the same run: passive layover and cast shadow. Without, only a cell's own slope counts.</source>
      <translation>De la misma ejecución: layover pasivo y sombra proyectada. Sin ella, solo cuenta la pendiente de la propia celda.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/suitability.py" />
      <source>From the tool 'Radar visibility'; or give an elevation model and an orbit instead.</source>
      <translation>De la herramienta 'Visibilidad del radar'; o bien dé un modelo de elevación y una órbita.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/suitability.py" />
      <source>Geometry measures</source>
      <translation>Medidas de geometría</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/suitability.py" />
      <source>High and very high (%)</source>
      <translation>Alta y muy alta (%)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/suitability.py" />
      <source>Instead of the geometry measures: heights in metres.</source>
      <translation>En lugar de las medidas de geometría: alturas en metros.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/suitability.py" />
      <source>Land cover</source>
      <translation>Cobertura del suelo</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/suitability.py" />
      <source>Limits of the classes</source>
      <translation>Límites de las clases</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/suitability.py" />
      <source>Maps before any processing where radar targets are to be expected: the CR index, which is the R index (how well the terrain is turned to the radar) times a score of the land cover from 0 to 1, and classes of the density of targets. Layover and shadow get none. The scores that come with the tool (CORINE, ESA WorldCover) follow the order that Plank and Cigna found for C band, but their values are our own round numbers, fitted to nothing: give the targets that you have, and the table of shares tells their density by class and by land cover, from which you can set scores of your own.</source>
      <translation>Muestra en un mapa, antes de todo procesamiento, dónde cabe esperar blancos de radar: el índice CR, que es el índice R (lo bien orientado que está el terreno hacia el radar) por una puntuación de la cobertura del suelo de 0 a 1, y clases de densidad de blancos. Layover y sombra no reciben ninguna. Las puntuaciones incluidas en la herramienta (CORINE, ESA WorldCover) siguen el orden que Plank y Cigna encontraron para la banda C, pero sus valores son números redondos propios, sin ajustar a nada: dé los blancos que tenga, y la tabla de proporciones indicará su densidad por clase y por cobertura del suelo, de la que puede derivar puntuaciones propias.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/suitability.py" />
      <source>Medium (%)</source>
      <translation>Media (%)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/suitability.py" />
      <source>None to be expected (%)</source>
      <translation>No se espera ninguno (%)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/suitability.py" />
      <source>Of polygons, such as CODE_18 of CORINE.</source>
      <translation>De los polígonos, como CODE_18 de CORINE.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/suitability.py" />
      <source>Own scores</source>
      <translation>Puntuaciones propias</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/suitability.py" />
      <source>Own scores from a file</source>
      <translation>Puntuaciones propias desde archivo</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/suitability.py" />
      <source>Own table</source>
      <translation>Tabla propia</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/suitability.py" />
      <source>Points of an earlier result: counted by class and by land cover.</source>
      <translation>Puntos de un resultado anterior: se cuentan por clase y por cobertura del suelo.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/suitability.py" />
      <source>Rows of class, score (0 to 1) and name; in place of the scheme's, or beside them.</source>
      <translation>Filas de clase, puntuación (de 0 a 1) y nombre; sustituyen a las del esquema o las completan.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/suitability.py" />
      <source>Scores</source>
      <translation>Puntuaciones</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/suitability.py" />
      <source>Share by class</source>
      <translation>Proporción por clase</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/suitability.py" />
      <source>Targets a km2 that were counted in high</source>
      <translation>Blancos por km2 contados en alta</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/suitability.py" />
      <source>Targets a km2 that were counted in low</source>
      <translation>Blancos por km2 contados en baja</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/suitability.py" />
      <source>Targets that there are</source>
      <translation>Blancos existentes</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/suitability.py" />
      <source>The radar looks to the left of its flight.</source>
      <translation>El radar mira a la izquierda de su vuelo.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/suitability.py" />
      <source>Very low and low (%)</source>
      <translation>Muy baja y baja (%)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/suitability.py" />
      <source>Visibility</source>
      <translation>Visibilidad</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/suitability.py" />
      <source>corine</source>
      <translation>corine</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/suitability.py" />
      <source>corine: codes 111 to 523, or 1 to 44 of the raster edition; worldcover: 10 to 100; own: only the classes that are given below.</source>
      <translation>corine: códigos 111 a 523, o 1 a 44 de la edición ráster; worldcover: 10 a 100; own: solo las clases indicadas abajo.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/suitability.py" />
      <source>cr index</source>
      <translation>índice cr</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/suitability.py" />
      <source>feasibility</source>
      <translation>viabilidad</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/suitability.py" />
      <source>land cover</source>
      <translation>cobertura del suelo</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/suitability.py" />
      <source>persistent scatterer density</source>
      <translation>densidad de dispersores persistentes</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/suitability.py" />
      <source>r index</source>
      <translation>índice r</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/suitability.py" />
      <source>worldcover</source>
      <translation>worldcover</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/visibility.py" />
      <source>Bands: R index, sensitivity C (positive where motion downhill is towards the satellite), local incidence, slope in range, slope and aspect (downhill) in degrees.</source>
      <translation>Bandas: índice R, sensibilidad C (positiva donde el movimiento pendiente abajo es hacia el satélite), incidencia local, pendiente en rango, pendiente y orientación (pendiente abajo) en grados.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/visibility.py" />
      <source>Cells, area and share of every class.</source>
      <translation>Celdas, área y proporción de cada clase.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/visibility.py" />
      <source>Classes, as above.</source>
      <translation>Clases, como arriba.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/visibility.py" />
      <source>Gentler slopes are flat: no direction downhill.</source>
      <translation>Las pendientes más suaves son terreno llano: sin dirección pendiente abajo.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/visibility.py" />
      <source>Geometry measures of the second orbit</source>
      <translation>Medidas de geometría de la segunda órbita</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/visibility.py" />
      <source>Grazing angle (degrees)</source>
      <translation>Ángulo rasante (grados)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/visibility.py" />
      <source>In layover (%)</source>
      <translation>En layover (%)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/visibility.py" />
      <source>In shadow (%)</source>
      <translation>En sombra (%)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/visibility.py" />
      <source>Passive layover and cast shadow</source>
      <translation>Layover pasivo y sombra proyectada</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/visibility.py" />
      <source>Radar visibility</source>
      <translation>Visibilidad del radar</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/visibility.py" />
      <source>Search along the rays. Without, only a cell's own slope counts.</source>
      <translation>Búsqueda a lo largo de los rayos. Sin ella, solo cuenta la pendiente de la propia celda.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/visibility.py" />
      <source>Seen by no orbit (%)</source>
      <translation>No vista por ninguna órbita (%)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/visibility.py" />
      <source>Seen by the orbit (%)</source>
      <translation>Vista por la órbita (%)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/visibility.py" />
      <source>Seen by the second orbit (%)</source>
      <translation>Vista por la segunda órbita (%)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/visibility.py" />
      <source>Slopes facing away whose surface is that close to parallel with the beam.</source>
      <translation>Pendientes opuestas al radar cuya superficie es así de próxima a la paralela al haz.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/visibility.py" />
      <source>Tells from an elevation model and the orbit where a radar sees the ground: active and passive layover, active and cast shadow, slopes parallel to the beam, foreshortening, and how sensitive the line of sight is to motion down the slope. Passive layover and cast shadow are searched for along every ray at the model's resolution. With a second orbit (usually the other pass), a map of which orbit sees what. Directions are true: the convergence of the map's grid and the shape of pixels in degrees are taken into account. The wave front is taken as plane, and voids of the model hide nothing.</source>
      <translation>Determina, a partir de un modelo de elevación y de la órbita, dónde ve el radar el terreno: layover activo y pasivo, sombra activa y proyectada, pendientes paralelas al haz, acortamiento (foreshortening) y la sensibilidad de la línea de vista al movimiento pendiente abajo. El layover pasivo y la sombra proyectada se buscan a lo largo de cada rayo con la resolución del modelo. Con una segunda órbita (normalmente la otra pasada), un mapa de qué ve cada órbita. Las direcciones son verdaderas: se tienen en cuenta la convergencia de la cuadrícula del mapa y la forma de los píxeles en grados. El frente de onda se toma como plano, y los vacíos del modelo no ocultan nada.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/visibility.py" />
      <source>The radar looks to the left of its flight (a geometry file knows by itself).</source>
      <translation>El radar mira a la izquierda de su vuelo (un archivo de geometría ya lo indica).</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/visibility.py" />
      <source>Visibility of both orbits</source>
      <translation>Visibilidad de ambas órbitas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/visibility.py" />
      <source>Visibility of the second orbit</source>
      <translation>Visibilidad de la segunda órbita</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/visibility.py" />
      <source>Which orbit sees a cell.</source>
      <translation>Qué órbita ve cada celda.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/visibility.py" />
      <source>dem</source>
      <translation>mde</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/visibility.py" />
      <source>foreshortening</source>
      <translation>acortamiento</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/visibility.py" />
      <source>geometric distortion</source>
      <translation>distorsión geométrica</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/visibility.py" />
      <source>incidence</source>
      <translation>incidencia</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/visibility.py" />
      <source>layover</source>
      <translation>layover</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/visibility.py" />
      <source>shadow</source>
      <translation>sombra</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/visibility.py" />
      <source>visibility</source>
      <translation>visibilidad</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/visibility.py" />
      <source>|C|, the cosine between line of sight and steepest descent, from which a slope is sensitive; 0.2 to 0.3 in practice.</source>
      <translation>|C|, coseno entre la línea de vista y el máximo descenso, a partir del cual una pendiente es sensible; en la práctica, de 0.2 a 0.3.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/detectedareas.model3" />
      <source>Cut geometry</source>
      <translation>Geometría recortada</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/detectedareas.model3" />
      <source>Cut stack</source>
      <translation>Pila recortada</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/detectedareas.model3" />
      <source>Detection first, series after: a folder of unwrapped interferograms is searched for basins and slopes that move, and the small-baseline chain and the active areas are worked out in the rectangle around them alone, each step a tool of its own. Where nothing is found, the log says so, and the model stops before the chain. Open it in the model designer to lower the least score or to add a second orbit.</source>
      <translation>Primero la detección, después las series: en una carpeta de interferogramas desenrollados se buscan cuencas y laderas que se mueven, y la cadena de líneas de base pequeñas y las áreas activas se calculan solo en el rectángulo que las rodea; cada paso es una herramienta propia. Si no se encuentra nada, el registro lo dice y el modelo se detiene antes de la cadena. Ábralo en el diseñador de modelos para bajar la puntuación mínima o añadir una segunda órbita.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/detectedareas.model3" />
      <source>Ground around the detected objects that is worked on; it should hold ground that does not move, to which the series refers.</source>
      <translation>Terreno alrededor de los objetos detectados que se procesa; debe contener terreno que no se mueva, al que se refiere la serie.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/detectedareas.model3" />
      <source>Interferograms to detected areas</source>
      <translation>De interferogramas a áreas detectadas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/detectedareas.model3" />
      <source>The Groundshift developers</source>
      <translation>Los desarrolladores de Groundshift</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/displacementtocoulomb.model3" />
      <source>Along the line of sight, positive towards the satellite; or unwrapped phase as MintPy, ISCE, HyP3 and LiCSAR have it.</source>
      <translation>En la línea de vista, positivo hacia el satélite; o fase desenrollada como la dan MintPy, ISCE, HyP3 y LiCSAR.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/displacementtocoulomb.model3" />
      <source>Displacement to stress on faults</source>
      <translation>Del desplazamiento al esfuerzo en fallas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/displacementtocoulomb.model3" />
      <source>Displacement, first orbit</source>
      <translation>Desplazamiento, primera órbita</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/displacementtocoulomb.model3" />
      <source>Displacement, second orbit</source>
      <translation>Desplazamiento, segunda órbita</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/displacementtocoulomb.model3" />
      <source>Down the dip, from the top; of traces without a bottom depth.</source>
      <translation>A lo largo del buzamiento, desde el borde superior; para trazas sin profundidad inferior.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/displacementtocoulomb.model3" />
      <source>Fault inventory</source>
      <translation>Inventario de fallas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/displacementtocoulomb.model3" />
      <source>From displacement maps of two orbits to the stress on the faults around, each step a tool of its own: down-sampling of both maps, slip on the fault below its mapped trace, Coulomb stress change on every segment of a fault inventory. Traces dip to the right of the way they were drawn. Open it in the model designer to add orbits, GNSS, masks, dips to try, or aftershocks.</source>
      <translation>De los mapas de desplazamiento de dos órbitas al esfuerzo en las fallas de alrededor, cada paso con su propia herramienta: submuestreo de ambos mapas, deslizamiento en la falla bajo su traza cartografiada, cambio de esfuerzo de Coulomb en cada segmento de un inventario de fallas. Las trazas buzan a la derecha del sentido en que se dibujaron. Ábralo en el diseñador de modelos para añadir órbitas, GNSS, máscaras, buzamientos que probar o réplicas.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/displacementtocoulomb.model3" />
      <source>From the horizontal; of traces without a field of it.</source>
      <translation>Desde la horizontal; para trazas sin un campo con él.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/displacementtocoulomb.model3" />
      <source>Heading, first orbit (degrees)</source>
      <translation>Acimut de vuelo, primera órbita (grados)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/displacementtocoulomb.model3" />
      <source>Heading, second orbit (degrees)</source>
      <translation>Acimut de vuelo, segunda órbita (grados)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/displacementtocoulomb.model3" />
      <source>Incidence, first orbit (degrees)</source>
      <translation>Incidencia, primera órbita (grados)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/displacementtocoulomb.model3" />
      <source>Incidence, second orbit (degrees)</source>
      <translation>Incidencia, segunda órbita (grados)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/displacementtocoulomb.model3" />
      <source>Its dip (degrees)</source>
      <translation>Su buzamiento (grados)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/displacementtocoulomb.model3" />
      <source>Its width down the dip (km)</source>
      <translation>Su anchura según el buzamiento (km)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/displacementtocoulomb.model3" />
      <source>Lines in any CRS, on which the stress is resolved.</source>
      <translation>Líneas en cualquier SRC, sobre las que se resuelve el esfuerzo.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/displacementtocoulomb.model3" />
      <source>Lines, each a segment; the fault dips to the right of the way they were drawn.</source>
      <translation>Líneas, cada una un segmento; la falla buza a la derecha del sentido en que se dibujaron.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/displacementtocoulomb.model3" />
      <source>Report of the slip</source>
      <translation>Informe del deslizamiento</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/displacementtocoulomb.model3" />
      <source>Stress on faults</source>
      <translation>Esfuerzo en fallas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/displacementtocoulomb.model3" />
      <source>Stress on segments</source>
      <translation>Esfuerzo en segmentos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/displacementtocoulomb.model3" />
      <source>Trace of the fault that broke</source>
      <translation>Traza de la falla que rompió</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/faultscene.model3" />
      <source>A finite-source rupture model (.fsp), .param or FFM.geojson of the U.S. Geological Survey, Coulomb's .inp or .inr, or a layer of slip patches as a file.</source>
      <translation>Un modelo de ruptura de fuente finita (.fsp), .param o FFM.geojson del Servicio Geológico de los EE. UU., .inp o .inr de Coulomb, o una capa de parches de deslizamiento como archivo.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/faultscene.model3" />
      <source>Fault in three dimensions</source>
      <translation>Falla en tres dimensiones</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/faultscene.model3" />
      <source>Lines in any CRS, on whose dipping planes the stress is resolved; nothing is resolved without.</source>
      <translation>Líneas en cualquier SRC, sobre cuyos planos buzantes se resuelve el esfuerzo; sin ellas no se resuelve nada.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/faultscene.model3" />
      <source>Sets up QGIS' 3-D map of an earthquake: patches of slip in their place below the terrain, and the stress change on the dipping planes of the mapped faults around. The layers carry their look, the project takes the elevation model as its terrain and a metric CRS: open View, 3D Map Views, New 3D Map View. Rasters, points and arrows of other tools lie over the terrain as they are on the map.</source>
      <translation>Prepara el mapa 3D de QGIS de un terremoto: los parches de deslizamiento en su lugar bajo el terreno y el cambio de esfuerzo en los planos buzantes de las fallas cartografiadas alrededor. Las capas llevan su aspecto, el proyecto toma el modelo de elevación como terreno y un SRC métrico: abra Ver, Vistas de mapa 3D, Nueva vista de mapa 3D. Los rásteres, puntos y flechas de otras herramientas se extienden sobre el terreno tal como están en el mapa.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/faultscene.model3" />
      <source>Slip model</source>
      <translation>Modelo de deslizamiento</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/faultscene.model3" />
      <source>Stress on planes</source>
      <translation>Esfuerzo en los planos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/imagestomotion.model3" />
      <source>A product's folder, as 'Import radar images' takes it.</source>
      <translation>Carpeta de un producto, como la que lee 'Importar imágenes de radar (SLC)'.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/imagestomotion.model3" />
      <source>Folder of radar images</source>
      <translation>Carpeta de imágenes de radar</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/imagestomotion.model3" />
      <source>From a folder of coregistered radar images to the motion of persistent and distributed scatterers, each step a tool of its own: import, PS candidates, phase linking, unwrapping, SBAS inversion, DEM error, velocity, points. The images must bring baselines for the DEM error. Open it in the model designer to change a step; 'Images to motion (PS and DS)' does the same in one tool.</source>
      <translation>De una carpeta de imágenes de radar corregistradas al movimiento de dispersores persistentes y distribuidos, cada paso con su propia herramienta: importación, candidatos a PS, enlace de fases, desenrollado, inversión SBAS, error del MDE, velocidad, puntos. Las imágenes deben traer líneas base para el error del MDE. Ábralo en el diseñador de modelos para cambiar un paso; 'De imágenes a movimiento (PS y DS)' hace lo mismo con una sola herramienta.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/imagestomotion.model3" />
      <source>Images to motion, step by step</source>
      <translation>De imágenes a movimiento, paso a paso</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/imagestomotion.model3" />
      <source>Least goodness of fit</source>
      <translation>Bondad de ajuste mínima</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/imagestothickness.model3" />
      <source>Base of the slides</source>
      <translation>Base de los deslizamientos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/imagestothickness.model3" />
      <source>Between the images, and between the elevation models: both should be of the same days, as the thickness is made of rates.</source>
      <translation>Entre las imágenes y entre los modelos de elevación: ambos deberían ser de los mismos días, pues el espesor se calcula de tasas.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/imagestothickness.model3" />
      <source>Elevation model after</source>
      <translation>Modelo de elevación posterior</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/imagestothickness.model3" />
      <source>Elevation model before</source>
      <translation>Modelo de elevación anterior</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/imagestothickness.model3" />
      <source>From two images and two elevation models to motion, height change, thickness and volume of landslides, each step a tool of its own: offsets between the images, the later elevation model aligned with the earlier one, their difference with volumes, and the thickness by conservation of mass. Images may be optical or shaded reliefs of the elevation models. Open it in the model designer to change chips, filters or the flow law.</source>
      <translation>De dos imágenes y dos modelos de elevación al movimiento, el cambio de altura, el espesor y el volumen de deslizamientos, cada paso una herramienta propia: desplazamientos entre las imágenes, el modelo de elevación posterior alineado con el anterior, su diferencia con volúmenes y el espesor por conservación de la masa. Las imágenes pueden ser ópticas o relieves sombreados de los modelos de elevación. Ábralo en el diseñador de modelos para cambiar ventanas, filtros o la ley de flujo.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/imagestothickness.model3" />
      <source>Height change</source>
      <translation>Cambio de altura</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/imagestothickness.model3" />
      <source>Image after</source>
      <translation>Imagen posterior</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/imagestothickness.model3" />
      <source>Image before</source>
      <translation>Imagen anterior</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/imagestothickness.model3" />
      <source>Images and elevation models to thickness</source>
      <translation>De imágenes y modelos de elevación al espesor</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/imagestothickness.model3" />
      <source>Magnitude of motion</source>
      <translation>Magnitud del movimiento</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/imagestothickness.model3" />
      <source>Search distance (m)</source>
      <translation>Distancia de búsqueda (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/imagestothickness.model3" />
      <source>Their outlines as polygons: where they end they have no thickness. All other ground tells about the errors of the heights.</source>
      <translation>Sus contornos como polígonos: donde terminan no tienen espesor. El resto del terreno informa sobre los errores de las alturas.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/imagestothickness.model3" />
      <source>Thickness</source>
      <translation>Espesor</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/imagestothickness.model3" />
      <source>Volumes</source>
      <translation>Volúmenes</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/imagestothickness.model3" />
      <source>Volumes of the change</source>
      <translation>Volúmenes del cambio</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/imagestothickness.model3" />
      <source>Years between</source>
      <translation>Años entre ambos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/interferogramstopoints.model3" />
      <source>Interferograms to motion points</source>
      <translation>De interferogramas a puntos de movimiento</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/interferogramstopoints.model3" />
      <source>Least temporal coherence</source>
      <translation>Coherencia temporal mínima</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/interferogramstopoints.model3" />
      <source>The whole way from a folder of unwrapped interferograms to velocity, its standard deviation and points with a displacement series: import, SBAS inversion, points. Open it in the model designer to change a step.</source>
      <translation>Todo el camino desde una carpeta de interferogramas desenrollados hasta la velocidad, su desviación estándar y puntos con serie de desplazamiento: importación, inversión SBAS, puntos. Ábralo en el diseñador de modelos para cambiar un paso.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/smallbaselinesteps.model3" />
      <source>DEM error correction (report)</source>
      <translation>Corrección del error del MDE (informe)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/smallbaselinesteps.model3" />
      <source>From a folder of unwrapped interferograms to a corrected velocity and points, each step a tool of its own: import, network, unwrapping errors, SBAS inversion, troposphere by height, DEM error, velocity, points. The product must bring heights and baselines; take out the steps that yours does not carry, or use the tool 'Small-baseline chain', which leaves them out by itself. Open it in the model designer to change a step.</source>
      <translation>De una carpeta de interferogramas desenrollados a una velocidad corregida y puntos, cada paso con su propia herramienta: importación, red, errores de desenrollado, inversión SBAS, troposfera según la altura, error del MDE, velocidad, puntos. El producto debe traer alturas y líneas base; quite los pasos que el suyo no admita, o use la herramienta 'Cadena de líneas base cortas', que los omite por sí sola. Ábralo en el diseñador de modelos para cambiar un paso.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/smallbaselinesteps.model3" />
      <source>Network</source>
      <translation>Red</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/smallbaselinesteps.model3" />
      <source>Pixels below become no points, and don't tell about the errors that the troposphere and the elevation model make.</source>
      <translation>Los píxeles por debajo no se convierten en puntos ni intervienen en la estimación de los errores de la troposfera y del modelo de elevación.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/smallbaselinesteps.model3" />
      <source>Small-baseline chain, step by step</source>
      <translation>Cadena de líneas base cortas, paso a paso</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/smallbaselinesteps.model3" />
      <source>Troposphere (report)</source>
      <translation>Troposfera (informe)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/updatedinventory.model3" />
      <source>From a folder of unwrapped interferograms to a landslide inventory with activity, each step a tool of its own: small-baseline chain, rates along the slope, active areas, update of the inventory with candidates and a report. Open it in the model designer to add a second orbit, the field of the former class, or other steps.</source>
      <translation>De una carpeta de interferogramas desenrollados a un inventario de deslizamientos de ladera con actividad, cada paso con su propia herramienta: cadena de líneas base cortas, velocidades a lo largo de la pendiente, áreas activas, actualización del inventario con candidatos e informe. Ábralo en el diseñador de modelos para añadir una segunda órbita, el campo de la clase anterior u otros pasos.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/updatedinventory.model3" />
      <source>Interferograms to updated inventory</source>
      <translation>De interferogramas a inventario actualizado</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/updatedinventory.model3" />
      <source>Polygons of the inventory; their own fields are kept.</source>
      <translation>Polígonos del inventario; conservan sus propios campos.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>0: none, 1: distributed, 2: persistent.</source>
      <translation>0: ninguno, 1: distribuido, 2: persistente.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>A stack of images whose phases are the linked ones, against the first date, with the layers temporalCoherence, phaseStd, shpCount, kind and substitute.</source>
      <translation>Una pila de imágenes cuyas fases son las enlazadas, respecto a la primera fecha, con las capas temporalCoherence, phaseStd, shpCount, kind y substitute.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>All pairs</source>
      <translation>Todos los pares</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Amplitude</source>
      <translation>Amplitud</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>An odd number.</source>
      <translation>Un número impar.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Anderson-Darling</source>
      <translation>Anderson-Darling</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Average the phases of neighbouring distributed scatterers whose phases differ little, by region growing; smooths noise and keeps borders.</source>
      <translation>Promediar por crecimiento de regiones las fases de dispersores distribuidos vecinos que difieren poco; suaviza el ruido y conserva los bordes.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Calibrate by date</source>
      <translation>Calibrar por fecha</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Confidence interval (FaSHPS)</source>
      <translation>Intervalo de confianza (FaSHPS)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Connected neighbours only</source>
      <translation>Solo vecinos conectados</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Connections</source>
      <translation>Conexiones</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Distributed scatterers</source>
      <translation>Dispersores distribuidos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Distributed scatterers (phase linking)</source>
      <translation>Dispersores distribuidos (enlace de fases)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Eigenvalue decomposition (EVD)</source>
      <translation>Descomposición en valores propios (EVD)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Eigenvalue decomposition, own weights (TEVD)</source>
      <translation>Descomposición en valores propios, pesos propios (TEVD)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Eigenvalue decomposition, squared coherences (WEVD)</source>
      <translation>Descomposición en valores propios, coherencias al cuadrado (WEVD)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Eigenvalue-based maximum likelihood (EMI)</source>
      <translation>Máxima verosimilitud por valores propios (EMI)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Estimator</source>
      <translation>Estimador</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Filter linked phases</source>
      <translation>Filtrar las fases enlazadas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Filter: largest difference (rad)</source>
      <translation>Filtro: diferencia máxima (rad)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Filter: window (pixels)</source>
      <translation>Filtro: ventana (píxeles)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>For long stacks: link so many images at a time, together with compressed images of the earlier ones, and connect the small stacks. Empty links all at once.</source>
      <translation>Para pilas largas: enlazar este número de imágenes a la vez, junto con imágenes comprimidas de las anteriores, y conectar las pilas pequeñas. Vacío enlaza todas a la vez.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>For the network 'days'.</source>
      <translation>Para la red 'days'.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>For the predicted noise; measured from the images if empty.</source>
      <translation>Para el ruido previsto; si está vacío, se mide en las imágenes.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Goodness of fit</source>
      <translation>Bondad de ajuste</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Images of a small stack</source>
      <translation>Imágenes de una pila pequeña</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>In the regularised coherences.</source>
      <translation>En las coherencias regularizadas.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Keep all their phases</source>
      <translation>Conservar todas sus fases</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Keep only neighbours that are connected to the pixel, diagonally too.</source>
      <translation>Conservar solo los vecinos conectados con el píxel, también en diagonal.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Kind of scatterer</source>
      <translation>Tipo de dispersor</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Kolmogorov-Smirnov</source>
      <translation>Kolmogorov-Smirnov</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Likelihood ratio (GLRT)</source>
      <translation>Razón de verosimilitud (GLRT)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Limit in days</source>
      <translation>Límite en días</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>List of pairs</source>
      <translation>Lista de pares</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Longest span (days)</source>
      <translation>Intervalo máximo (días)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Make the images equally bright first, by the ratio of their amplitudes over pixels that hardly change.</source>
      <translation>Igualar primero el brillo de las imágenes, con el cociente de sus amplitudes sobre píxeles que apenas cambian.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Makes one phase a date out of all interferograms of a stack of radar images, over the statistically homogeneous neighbours (SHP) of every pixel. Where fields, scrub and rubble give no persistent scatterer, that gives distributed ones. The linked phases come as a stack of images, as wrapped interferograms of any network (for 'Phase unwrapping'), and as points, with their goodness of fit and the noise that is to be expected of them. Persistent scatterers that are known keep their own phase. The images have to be flattened: fringes of topography within the window would be averaged away. Scatterers are not independent: pixels that touch share most of their neighbours.</source>
      <translation>Obtiene una fase por fecha a partir de todos los interferogramas de una pila de imágenes de radar, sobre los vecinos estadísticamente homogéneos (SHP) de cada píxel. Donde campos, matorral y derrubios no dan dispersores persistentes, esto da dispersores distribuidos. Las fases enlazadas se entregan como pila de imágenes, como interferogramas enrollados de cualquier red (para 'Desenrollado de fase') y como puntos, con su bondad de ajuste y el ruido que cabe esperar de ellas. Los dispersores persistentes conocidos conservan su propia fase. Las imágenes deben estar aplanadas: las franjas topográficas dentro de la ventana se perderían en el promedio. Los dispersores no son independientes: los píxeles que se tocan comparten la mayoría de sus vecinos.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Median goodness of fit</source>
      <translation>Mediana de la bondad de ajuste</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Median phase noise (rad)</source>
      <translation>Mediana del ruido de fase (rad)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Minimum goodness of fit</source>
      <translation>Bondad de ajuste mínima</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Minimum number of neighbours</source>
      <translation>Número mínimo de vecinos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Nearest dates</source>
      <translation>Fechas más cercanas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Normalisation</source>
      <translation>Normalización</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Number of neighbours</source>
      <translation>Número de vecinos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Of a distributed scatterer: mean agreement of the linked phases with those of all interferograms, 0 to 1. The log tells how much of incoherent ground passes by chance.</source>
      <translation>De un dispersor distribuido: concordancia media de las fases enlazadas con las de todos los interferogramas, de 0 a 1. El registro indica cuánto terreno incoherente pasa por azar.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Of a neighbour's phase from the pixel's own.</source>
      <translation>De la fase de un vecino respecto a la del propio píxel.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Of distributed and persistent scatterers, in MintPy's layout and sign; their coherence is the goodness of fit.</source>
      <translation>De dispersores distribuidos y persistentes, con la estructura y el signo de MintPy; su coherencia es la bondad de ajuste.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Of each date with later ones.</source>
      <translation>De cada fecha con las posteriores.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Of the coherences that pta and emi invert. hadamard: squares them, which always works; shrinkage: mixes them with the identity, more where needed; none: as they are, and evd where that has no inverse.</source>
      <translation>De las coherencias que invierten pta y emi. hadamard: las eleva al cuadrado, lo que siempre funciona; shrinkage: las mezcla con la identidad, más donde hace falta; none: tal como están, y evd donde no tienen inversa.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Otherwise a persistent scatterer keeps its own phase only where that is less noisy than the linked one: ground that merely stays coherent passes for one, too.</source>
      <translation>De lo contrario, un dispersor persistente conserva su propia fase solo donde es menos ruidosa que la enlazada: el terreno que simplemente sigue siendo coherente también pasa por uno.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Persistent scatterers</source>
      <translation>Dispersores persistentes</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Persistent scatterers kept</source>
      <translation>Dispersores persistentes conservados</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Phase noise</source>
      <translation>Ruido de fase</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Phase triangulation (PTA)</source>
      <translation>Triangulación de fase (PTA)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Pixels an independent sample</source>
      <translation>Píxeles por muestra independiente</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Pixels linked by EVD in place of the estimator</source>
      <translation>Píxeles enlazados por EVD en lugar del estimador</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Pixels with fewer, themselves not counted, are not linked.</source>
      <translation>Los píxeles con menos, sin contarse a sí mismos, no se enlazan.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Pixels with linked phases</source>
      <translation>Píxeles con fases enlazadas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Pixels, an odd number.</source>
      <translation>Píxeles, un número impar.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Points with coherence (goodness of fit), phase_std_rad, neighbours, scatterer_kind (1: distributed, 2: persistent), row and col in the result.</source>
      <translation>Puntos con coherence (bondad de ajuste), phase_std_rad, neighbours (vecinos), scatterer_kind (1: distribuido, 2: persistente), row y col en el resultado.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Power</source>
      <translation>Potencia</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Predicted standard deviation of the linked phases against the first date, radians; 1.81 is all noise.</source>
      <translation>Desviación estándar prevista de las fases enlazadas respecto a la primera fecha, en radianes; 1.81 es solo ruido.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Reference date</source>
      <translation>Fecha de referencia</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Regularisation</source>
      <translation>Regularización</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Rows or columns of the images in one pixel of the result.</source>
      <translation>Filas o columnas de las imágenes en un píxel del resultado.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Scatterers</source>
      <translation>Dispersores</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Scatterers (PS/DS)</source>
      <translation>Dispersores (PS/DS)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>See 'Homogeneous neighbours'; none takes the whole window.</source>
      <translation>Véase 'Vecinos homogéneos'; none toma toda la ventana.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Share of incoherent pixels that pass</source>
      <translation>Proporción de píxeles incoherentes que pasan</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Share of the identity</source>
      <translation>Proporción de la identidad</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Share of true neighbours that the test refuses, for images as coherent with one another as these are on average.</source>
      <translation>Proporción de vecinos verdaderos que rechaza la prueba, para imágenes tan coherentes entre sí como lo son estas en promedio.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Shrinkage</source>
      <translation>Contracción</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Single reference date</source>
      <translation>Una sola fecha de referencia</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Small stacks</source>
      <translation>Pilas pequeñas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Squared coherences (Hadamard product)</source>
      <translation>Coherencias al cuadrado (producto de Hadamard)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Stack of radar images</source>
      <translation>Pila de imágenes de radar</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Stride: columns</source>
      <translation>Paso: columnas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Stride: rows</source>
      <translation>Paso: filas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Student's t test</source>
      <translation>Prueba t de Student</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Such as VH; the stack's first if empty.</source>
      <translation>Por ejemplo VH; la primera de la pila si está vacío.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Test for neighbours</source>
      <translation>Prueba de vecinos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>The pixel itself not counted; -1 is no data.</source>
      <translation>Sin contar el propio píxel; -1 es sin datos.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>The stack file of 'Import radar images (SLC)', or MintPy's slcStack.h5.</source>
      <translation>El archivo de pila de 'Importar imágenes de radar (SLC)', o slcStack.h5 de MintPy.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>The whole window</source>
      <translation>Toda la ventana</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>They keep their own phase, and no pixel counts them. The points of 'PS candidates' (its stable ones) or 'Persistent scatterers', or a raster on the images' own grid that is above 0 there.</source>
      <translation>Conservan su propia fase y ningún píxel los cuenta. Los puntos de 'Candidatos a PS' (los estables) o de 'Dispersores persistentes', o un ráster en la cuadrícula de las propias imágenes con valor mayor que 0 en ellos.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Window: columns</source>
      <translation>Ventana: columnas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Window: rows</source>
      <translation>Ventana: filas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Wrapped interferograms</source>
      <translation>Interferogramas enrollados</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>YYYYMMDD, for the network 'single_reference'; the first one if empty.</source>
      <translation>YYYYMMDD, para la red 'single_reference'; la primera si está vacío.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>YYYYMMDD_YYYYMMDD, several separated by commas, for the network 'list'.</source>
      <translation>YYYYMMDD_YYYYMMDD, varios separados por comas, para la red 'list'.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>coherence matrix</source>
      <translation>matriz de coherencia</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>connections: each date with the next few; days: all pairs up to a span; single_reference: all with one date; all; list: those that are given.</source>
      <translation>connections: cada fecha con las siguientes; days: todos los pares hasta un intervalo; single_reference: todas con una fecha; all: todos; list: los indicados.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>distributed scatterer</source>
      <translation>dispersor distribuido</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>emi</source>
      <translation>emi</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>phase linking</source>
      <translation>enlace de fases</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>power: sample coherence, the more precise; amplitude: all amplitudes count alike, for neighbourhoods with bright points.</source>
      <translation>power: coherencia muestral, la más precisa; amplitude: todas las amplitudes cuentan igual, para entornos con puntos brillantes.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>pta: phase triangulation, the maximum-likelihood estimate, the most precise; emi: less precise where coherence is low, and up to twice as fast; evd: leading eigenvector, the fastest, less precise where coherence decays; wevd: the same with coherences squared, a good deal better there; tevd: evd with weights of its own, to which the phases of evd are the solution.</source>
      <translation>pta: triangulación de fase, la estimación de máxima verosimilitud, la más precisa; emi: menos preciso donde la coherencia es baja, y hasta el doble de rápido; evd: autovector principal, el más rápido, menos preciso donde la coherencia decae; wevd: lo mismo con las coherencias al cuadrado, bastante mejor en ese caso; tevd: evd con pesos propios, para los que las fases de evd son la solución.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>1 at persistent scatterers, 0 elsewhere; on the map.</source>
      <translation>1 en los dispersores persistentes, 0 en el resto; en el mapa.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>A rectangle whose points' mean is the reference; goes before the point.</source>
      <translation>Rectángulo cuya media de puntos es la referencia; tiene prioridad sobre el punto.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>Atmosphere: days</source>
      <translation>Atmósfera: días</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>Atmosphere: metres</source>
      <translation>Atmósfera: metros</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>Candidates</source>
      <translation>Candidatos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>Candidates more stable than noise</source>
      <translation>Candidatos más estables que el ruido</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>Cell of the filter (m)</source>
      <translation>Celda del filtro (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>Even; of every window's own spectrum the strong parts pass.</source>
      <translation>Par; de cada ventana pasan las partes fuertes de su propio espectro.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>Expected noise among the stable (%)</source>
      <translation>Ruido esperado entre los estables (%)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>Finds points in a stack of radar images whose phase stays stable, such as houses and rocks, and their displacement series along the line of sight, positive towards the satellite. Candidates of low amplitude dispersion are judged by their phase stability: the phase that neighbours share and the error of a point's height are taken off, in rounds, and what remains is compared with that of decoys, pixels of random phase that go through the same rounds. Side lobes and noisy points are left out. The phases are unwrapped in time and space, then rate and height error are estimated and the atmosphere is filtered out of the series (the rates stay as they are). Ground that stays coherent has a stable phase, too, without being a point: what has no steadier amplitude than ground as coherent as its surroundings is left out, unless it is to be kept.</source>
      <translation>Busca en una pila de imágenes de radar los puntos de fase estable, como casas y rocas, y su serie de desplazamiento en línea de vista, positiva hacia el satélite. Los candidatos de baja dispersión de amplitud se juzgan por la estabilidad de su fase: se eliminan, por rondas, la fase común a los vecinos y el error de altura del punto, y lo que queda se compara con el de señuelos, píxeles de fase aleatoria que pasan por las mismas rondas. Se excluyen los lóbulos laterales y los puntos ruidosos. Las fases se desenrollan en el tiempo y en el espacio; después se estiman la velocidad y el error de altura, y la atmósfera se filtra de las series (las velocidades no cambian). El terreno que se mantiene coherente también tiene fase estable sin ser un punto: se excluye lo que no tiene una amplitud más estable que la de un terreno tan coherente como su entorno, salvo que se pida conservarlo.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>GeoPackage: rate, its standard deviation, temporal coherence, phase stability (gamma), amplitude dispersion, phase noise, height error, residual noise, part of the unwrapping (component), and the displacement of every date in mm.</source>
      <translation>GeoPackage: velocidad, su desviación estándar, coherencia temporal, estabilidad de fase (gamma), dispersión de amplitud, ruido de fase, error de altura, ruido residual, parte del desenrollado (componente) y el desplazamiento de cada fecha en mm.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>HDF5 in MintPy's layout on the grid of the images, no data between the points; for 'Velocity model' and the tools after it.</source>
      <translation>HDF5 con la estructura de MintPy en la cuadrícula de las imágenes, sin datos entre los puntos; para 'Modelo de velocidad' y las herramientas posteriores.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>How many of the candidates that pass as stable may be noise, before weeding, and how many of the points ground that stays coherent.</source>
      <translation>Cuántos de los candidatos que pasan por estables pueden ser ruido, antes de la depuración, y cuántos de los puntos, terreno que se mantiene coherente.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>Instead of the share of noise: how many noisy pixels may pass on a square kilometre.</source>
      <translation>En lugar de la proporción de ruido: cuántos píxeles ruidosos pueden pasar por kilómetro cuadrado.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>Keep coherent ground</source>
      <translation>Conservar el terreno coherente</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>Largest height error (m)</source>
      <translation>Error de altura máximo (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>Largest phase noise (rad)</source>
      <translation>Ruido de fase máximo (rad)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>Leave out height 0</source>
      <translation>Excluir la altura 0</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>Limit of amplitude dispersion</source>
      <translation>Límite de dispersión de amplitud</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>Low-pass of the filter (m)</source>
      <translation>Paso bajo del filtro (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>Maximum number of rounds</source>
      <translation>Número máximo de rondas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>Median residual noise (mm)</source>
      <translation>Mediana del ruido residual (mm)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>Minimum number of points of a part</source>
      <translation>Mínimo de puntos de una parte</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>Noise per square kilometre</source>
      <translation>Ruido por kilómetro cuadrado</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>Of a point at one date: its own part of what the arcs to its neighbours show.</source>
      <translation>De un punto en una fecha: su propia parte de lo que muestran los arcos con sus vecinos.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>Of pixels that touch only the most stable one stays, as the others may be its side lobes.</source>
      <translation>De los píxeles que se tocan solo queda el más estable, pues los demás pueden ser sus lóbulos laterales.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>Of the decoys; the same seed gives the same points.</source>
      <translation>De los señuelos; la misma semilla da los mismos puntos.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>Of the search for stable phases.</source>
      <translation>De la búsqueda de fases estables.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>Of the unwrapped series relative to the neighbour that it fits best, rates and height errors taken off; points below, which are noisy or got wrong cycles, are left out.</source>
      <translation>De la serie desenrollada respecto al vecino con el que mejor concuerda, sin velocidades ni errores de altura; se excluyen los puntos por debajo, que son ruidosos o recibieron ciclos erróneos.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>One of touching pixels</source>
      <translation>Uno de los píxeles que se tocan</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>Parts of the unwrapping</source>
      <translation>Partes del desenrollado</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>Persistent scatterers (PS)</source>
      <translation>Dispersores persistentes (PS)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>Phases are summed in cells before the phase that neighbours share is filtered out.</source>
      <translation>Las fases se suman en celdas antes de filtrar la fase común a los vecinos.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>Pixels below are candidates. Of two polarisations a lower one is taken, below which lies as much speckle.</source>
      <translation>Los píxeles por debajo son candidatos. Con dos polarizaciones se toma un límite menor, por debajo del cual queda la misma cantidad de speckle.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>Points of one polarisation, before unwrapping</source>
      <translation>Puntos de una polarización, antes del desenrollado</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>Points so near to the reference point are averaged; the nearest one if there is none.</source>
      <translation>Se promedian los puntos a esta distancia del punto de referencia; el más cercano si no hay ninguno.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>Points that good arcs join only to fewer others are left out.</source>
      <translation>Se excluyen los puntos que los arcos buenos unen solo con menos de este número.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>Points whose amplitude is no steadier than that of ground as coherent as what surrounds them stay: more points, of which most may be no scatterers; their errors are correlated in time, so that the standard deviation of their rates is too small.</source>
      <translation>Se conservan los puntos cuya amplitud no es más estable que la de un terreno tan coherente como su entorno: más puntos, la mayoría de los cuales pueden no ser dispersores; sus errores están correlacionados en el tiempo, por lo que la desviación estándar de sus velocidades resulta demasiado pequeña.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>Points whose height in the geometry file is exactly 0, as at sea or where the elevation model has a void, are left out.</source>
      <translation>Se excluyen los puntos cuya altura en el archivo de geometría es exactamente 0, como en el mar o en los vacíos del modelo de elevación.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>Reference image</source>
      <translation>Imagen de referencia</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>Reference radius (m)</source>
      <translation>Radio de la referencia (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>Scatterers gained by the second polarisation, before unwrapping</source>
      <translation>Dispersores ganados con la segunda polarización, antes del desenrollado</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>Share of noise (%)</source>
      <translation>Proporción de ruido (%)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>Shared phase of longer waves passes in any case.</source>
      <translation>La fase común de ondas más largas pasa siempre.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>Space and time together (extended MCF)</source>
      <translation>Espacio y tiempo juntos (MCF extendido)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>Standard deviation of the Gaussian that smooths it; 0 leaves it in the series.</source>
      <translation>Desviación estándar de la gaussiana que la suaviza; 0 la deja en la serie.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>Such as VH; BOTH mixes the stack's first two at every pixel so that the amplitude varies least, and tells how many points that gains; the first if empty.</source>
      <translation>Por ejemplo VH; BOTH combina las dos primeras de la pila en cada píxel de modo que la amplitud varíe lo menos posible, e indica cuántos puntos gana con ello; la primera si está vacío.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>That is searched, to either side.</source>
      <translation>Que se explora, a cada lado.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>The geometry file of the stack: incidence and distance for the height errors; adds height and line of sight to the points.</source>
      <translation>El archivo de geometría de la pila: incidencia y distancia para los errores de altura; añade altura y línea de vista a los puntos.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>Unwrapping</source>
      <translation>Desenrollado</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>What changes faster is taken for atmosphere where it is smooth in space; 0 leaves it in the series.</source>
      <translation>Lo que cambia más rápido se toma como atmósfera donde es suave en el espacio; 0 lo deja en la serie.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>Where the geometry does not give it: from the vertical, one for the scene; from the stack's attributes if empty.</source>
      <translation>Si la geometría no la da: desde la vertical, una para la escena; de los atributos de la pila si está vacío.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>Where the motion is taken as zero. Without point and area it is the mean of the stable points whose rates are the commonest.</source>
      <translation>Donde el movimiento se toma como cero. Sin punto ni área es la media de los puntos estables con las velocidades más frecuentes.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>Window of the filter (cells)</source>
      <translation>Ventana del filtro (celdas)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>YYYYMMDD of the image that the phases are relative to; that of the smallest expected decorrelation if empty. Displacements are relative to the first date in any case.</source>
      <translation>YYYYMMDD de la imagen respecto a la que se expresan las fases; la de menor decorrelación esperada si está vacío. Los desplazamientos son siempre respecto a la primera fecha.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>auto is spacetime: a rate and height difference along the arcs between points, then minimum cost flow by date; spurt is the package of that name, where it is installed.</source>
      <translation>auto es spacetime: diferencia de velocidad y de altura a lo largo de los arcos entre puntos y después flujo de coste mínimo por fecha; spurt es el paquete de ese nombre, si está instalado.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>dual polarisation</source>
      <translation>polarización dual</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>persistent scatterer</source>
      <translation>dispersor persistente</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>psi</source>
      <translation>psi</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>spurt (extended MCF)</source>
      <translation>spurt (MCF extendido)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>time series</source>
      <translation>serie temporal</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/pscandidates.py" />
      <source>0: none, 1: candidate, 2: stable.</source>
      <translation>0: ninguno, 1: candidato, 2: estable.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/pscandidates.py" />
      <source>A band a polarisation; without unit.</source>
      <translation>Una banda por polarización; sin unidad.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/pscandidates.py" />
      <source>A row an image: the factor that its amplitudes were multiplied with. GeoPackage without geometry.</source>
      <translation>Una fila por imagen: el factor por el que se multiplicaron sus amplitudes. GeoPackage sin geometría.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/pscandidates.py" />
      <source>Amplitude dispersion</source>
      <translation>Dispersión de amplitud</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/pscandidates.py" />
      <source>Amplitude dispersion below it.</source>
      <translation>Dispersión de amplitud por debajo de ella.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/pscandidates.py" />
      <source>Amplitude dispersion below which a pixel passes for stable by its amplitude alone.</source>
      <translation>Dispersión de amplitud por debajo de la cual un píxel pasa por estable solo por su amplitud.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/pscandidates.py" />
      <source>Calibration</source>
      <translation>Calibración</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/pscandidates.py" />
      <source>Classes</source>
      <translation>Clases</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/pscandidates.py" />
      <source>Decibel, a band a polarisation.</source>
      <translation>Decibelios, una banda por polarización.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/pscandidates.py" />
      <source>Keep only candidates that are the brightest pixel within so many rows and columns, so that side lobes of bright points are left out; 0 keeps all.</source>
      <translation>Conservar solo los candidatos que son el píxel más brillante en este número de filas y columnas, para excluir los lóbulos laterales de puntos brillantes; 0 los conserva todos.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/pscandidates.py" />
      <source>Limit of candidates</source>
      <translation>Límite de los candidatos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/pscandidates.py" />
      <source>Limit of stable pixels</source>
      <translation>Límite de los píxeles estables</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/pscandidates.py" />
      <source>Maps how steady every pixel of a stack of radar images is in its amplitude, and chooses candidates for persistent scatterers. The amplitude dispersion is the standard deviation of the calibrated amplitude over its mean; where it is below 0.25 it is about the noise of the phase in radians, and below 0.4 a pixel is worth looking at by its phase. Speckle has 0.52, and with few images a share of it gets below the limits by chance: the log tells how much. Images are made equally bright first; the factors are in the log and in the table.</source>
      <translation>Muestra en un mapa lo constante que es en amplitud cada píxel de una pila de imágenes de radar y elige candidatos a dispersores persistentes. La dispersión de amplitud es la desviación estándar de la amplitud calibrada dividida por su media; por debajo de 0.25 equivale aproximadamente al ruido de la fase en radianes, y por debajo de 0.4 merece la pena examinar la fase del píxel. El speckle tiene 0.52, y con pocas imágenes una parte queda por azar bajo los límites: el registro indica cuánta. Primero se iguala el brillo de las imágenes; los factores figuran en el registro y en la tabla.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/pscandidates.py" />
      <source>Median amplitude dispersion</source>
      <translation>Mediana de la dispersión de amplitud</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/pscandidates.py" />
      <source>Of the simulation of speckle that tells what passes by chance.</source>
      <translation>De la simulación de speckle que indica lo que pasa por azar.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/pscandidates.py" />
      <source>PS candidates</source>
      <translation>Candidatos a PS</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/pscandidates.py" />
      <source>Peaks only: radius (pixels)</source>
      <translation>Solo máximos: radio (píxeles)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/pscandidates.py" />
      <source>Pixels with data</source>
      <translation>Píxeles con datos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/pscandidates.py" />
      <source>Points with amplitude_dispersion, amplitude_db, candidate_class (1 or 2), polarisation, and row and column in the stack.</source>
      <translation>Puntos con amplitude_dispersion, amplitude_db, candidate_class (1 o 2), polarisation, y fila y columna en la pila.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/pscandidates.py" />
      <source>Share of speckle below the limit of candidates (%)</source>
      <translation>Proporción de speckle bajo el límite de los candidatos (%)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/pscandidates.py" />
      <source>Share of speckle below the limit of stable pixels (%)</source>
      <translation>Proporción de speckle bajo el límite de los píxeles estables (%)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/pscandidates.py" />
      <source>Stable pixels</source>
      <translation>Píxeles estables</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/pscandidates.py" />
      <source>Such as VH; ALL looks at each of the stack's by itself and takes a pixel for what its best one makes it; the stack's first if empty.</source>
      <translation>Por ejemplo VH; ALL examina por separado cada una de la pila y clasifica el píxel según la mejor; la primera de la pila si está vacío.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/pscandidates.py" />
      <source>amplitude dispersion</source>
      <translation>dispersión de amplitud</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/pscandidates.py" />
      <source>backscatter</source>
      <translation>retrodispersión</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/pscandidates.py" />
      <source>calibration</source>
      <translation>calibración</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/psds.py" />
      <source>As 'Distributed scatterers' writes them.</source>
      <translation>Como los escribe 'Dispersores distribuidos'.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/psds.py" />
      <source>For long stacks: link so many at a time. Empty links all at once.</source>
      <translation>Para pilas largas: enlazar este número a la vez. Vacío enlaza todas a la vez.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/psds.py" />
      <source>Images to motion (PS and DS)</source>
      <translation>De imágenes a movimiento (PS y DS)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/psds.py" />
      <source>Keeps what the steps hand on; without it that goes away.</source>
      <translation>Conserva lo que los pasos se transfieren; sin ella se elimina.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/psds.py" />
      <source>Metres by which scatterers lie above the model.</source>
      <translation>Metros que los dispersores están por encima del modelo.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/psds.py" />
      <source>Minimum cost flow (MCF)</source>
      <translation>Flujo de coste mínimo (MCF)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/psds.py" />
      <source>Motion points</source>
      <translation>Puntos de movimiento</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/psds.py" />
      <source>Of a distributed scatterer, 0 to 1. Noise alone has 0.2 to 0.4.</source>
      <translation>De un dispersor distribuido, de 0 a 1. El ruido por sí solo tiene de 0.2 a 0.4.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/psds.py" />
      <source>Of the linked phases, 0 to 1.</source>
      <translation>De las fases enlazadas, de 0 a 1.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/psds.py" />
      <source>Persistent (scatterer_kind 2) and distributed (1) scatterers with rate, goodness (coherence), neighbours, expected phase noise and displacement by date.</source>
      <translation>Dispersores persistentes (scatterer_kind 2) y distribuidos (1) con velocidad, bondad de ajuste (coherence), vecinos, ruido de fase esperado y desplazamiento por fecha.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/psds.py" />
      <source>Phase linking</source>
      <translation>Enlace de fases</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/psds.py" />
      <source>Phase stability (StaMPS)</source>
      <translation>Estabilidad de fase (StaMPS)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/psds.py" />
      <source>Phases in connected components (%)</source>
      <translation>Fases en componentes conexas (%)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/psds.py" />
      <source>Pixels below are candidates; with 'dispersion' those below 0.25 are taken.</source>
      <translation>Los píxeles por debajo son candidatos; con 'dispersion' se toman los inferiores a 0.25.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/psds.py" />
      <source>Pixels with fewer are no distributed scatterers.</source>
      <translation>Los píxeles con menos no son dispersores distribuidos.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/psds.py" />
      <source>SNAPHU (non-commercial licence)</source>
      <translation>SNAPHU (licencia no comercial)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/psds.py" />
      <source>See 'Distributed scatterers'.</source>
      <translation>Véase 'Dispersores distribuidos'.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/psds.py" />
      <source>The geometry file that was made with the stack: heights and look angles for the corrections and the points.</source>
      <translation>El archivo de geometría creado con la pila: alturas y ángulos de observación para las correcciones y los puntos.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/psds.py" />
      <source>The whole way from a stack of radar images to the motion of points in one run: persistent scatterers, phase linking of distributed ones over their homogeneous neighbours, interferograms of both, unwrapping, inversion, height errors and other corrections, velocity, points. Every step is a tool of its own, too, with more options; the model 'Images to motion, step by step' puts them together to be changed. Neighbouring distributed scatterers share most of their neighbours, so they are not independent. The images have to be flattened, as 'Import radar images' makes them.</source>
      <translation>Todo el camino desde una pila de imágenes de radar hasta el movimiento de puntos en una ejecución: dispersores persistentes, enlace de fases de los distribuidos sobre sus vecinos homogéneos, interferogramas de ambos, desenrollado, inversión, errores de altura y otras correcciones, velocidad, puntos. Cada paso es también una herramienta propia, con más opciones; el modelo 'De imágenes a movimiento, paso a paso' los reúne para modificarlos. Los dispersores distribuidos contiguos comparten la mayoría de sus vecinos, por lo que no son independientes. Las imágenes deben estar aplanadas, como las crea 'Importar imágenes de radar'.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/psds.py" />
      <source>Unwrapped interferograms</source>
      <translation>Interferogramas desenrollados</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/psds.py" />
      <source>What 'Persistent scatterers' or 'PS candidates' tell of them.</source>
      <translation>Lo que indican de ellos 'Dispersores persistentes' o 'Candidatos a PS'.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/psds.py" />
      <source>What every step did.</source>
      <translation>Qué hizo cada paso.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/psds.py" />
      <source>Where the motion is taken as zero; chosen and named in the log if empty.</source>
      <translation>Donde el movimiento se toma como cero; si está vacío, se elige y se indica en el registro.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/psds.py" />
      <source>Whirlwind</source>
      <translation>Whirlwind</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/psds.py" />
      <source>connections: each date with the next few; days: all pairs up to a span; single_reference: all with the first date; all.</source>
      <translation>connections: cada fecha con las siguientes; days: todos los pares hasta un intervalo; single_reference: todas con la primera fecha; all: todos.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/psds.py" />
      <source>dispersion: by their amplitude, as 'PS candidates'; stability: by the noise of their phase, as 'Persistent scatterers', which takes longer and of pixels that touch keeps one; none.</source>
      <translation>dispersion: por su amplitud, como 'Candidatos a PS'; stability: por el ruido de su fase, como 'Dispersores persistentes', que tarda más y de los píxeles que se tocan conserva uno; none: ninguno.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/psds.py" />
      <source>ds</source>
      <translation>ds</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/psds.py" />
      <source>ifgramStack.h5.</source>
      <translation>ifgramStack.h5.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/psds.py" />
      <source>mm a year along the line of sight, and its errors.</source>
      <translation>mm al año en línea de vista, y sus errores.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/psds.py" />
      <source>spacetime: the scatterers as sparse points, in time and then in space, where they fit into the memory, else auto; others as in 'Phase unwrapping'. snaphu may not be used commercially.</source>
      <translation>spacetime: los dispersores como nube de puntos, en el tiempo y después en el espacio, si caben en la memoria; si no, auto; los demás, como en 'Desenrollado de fase'. snaphu no se puede usar con fines comerciales.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/shp.py" />
      <source>1 where there are enough neighbours, else 0.</source>
      <translation>1 donde hay suficientes vecinos; si no, 0.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/shp.py" />
      <source>Amplitude without speckle</source>
      <translation>Amplitud sin speckle</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/shp.py" />
      <source>Bands: amplitude_db, the mean over images and neighbours in decibel; neighbours_share, neighbours over all pixels of the window with data.</source>
      <translation>Bandas: amplitude_db, la media sobre imágenes y vecinos en decibelios; neighbours_share, vecinos respecto a todos los píxeles de la ventana con datos.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/shp.py" />
      <source>Connected only</source>
      <translation>Solo conectados</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/shp.py" />
      <source>Finds the statistically homogeneous neighbours (SHP) of every pixel of a stack of radar images: the pixels of a window whose amplitudes over time follow the same law, and that hang together with the pixel. Their number is the map; a pixel with enough of them is a distributed scatterer, over which phases can be averaged. Every test refuses the given share of true neighbours, checked for 10 to 100 images; only 'ks' can keep to it no better than its steps allow (5.2 % for 10 images, 3.4 % for 20, 3.9 % for 50). The images' coherence with one another is measured and the limits widened for it, so that the share holds on average over the scene; the log tells how many independent images they are worth.</source>
      <translation>Busca los vecinos estadísticamente homogéneos (SHP) de cada píxel de una pila de imágenes de radar: los píxeles de una ventana cuyas amplitudes en el tiempo siguen la misma ley y que están conectados con el píxel. Su número es el mapa; un píxel con suficientes es un dispersor distribuido, sobre el que se pueden promediar las fases. Cada prueba rechaza la proporción dada de vecinos verdaderos, lo que se comprobó para 10 a 100 imágenes; solo 'ks' no puede ajustarse a ella más que lo que permiten sus escalones (5.2 % con 10 imágenes, 3.4 % con 20, 3.9 % con 50). Se mide la coherencia de las imágenes entre sí y se ensanchan los límites en consecuencia, de modo que la proporción se cumple en promedio sobre la escena; el registro dice a cuántas imágenes independientes equivalen.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/shp.py" />
      <source>Homogeneous neighbours (SHP)</source>
      <translation>Vecinos homogéneos (SHP)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/shp.py" />
      <source>Mean number of neighbours</source>
      <translation>Número medio de vecinos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/shp.py" />
      <source>Median number of neighbours</source>
      <translation>Mediana del número de vecinos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/shp.py" />
      <source>Share of distributed scatterers (%)</source>
      <translation>Proporción de dispersores distribuidos (%)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/shp.py" />
      <source>Share of neighbours of the same law that the test refuses.</source>
      <translation>Proporción de vecinos de la misma ley que la prueba rechaza.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/shp.py" />
      <source>Test</source>
      <translation>Prueba</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/shp.py" />
      <source>That a distributed scatterer needs, itself not counted.</source>
      <translation>Que necesita un dispersor distribuido, sin contarse a sí mismo.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/shp.py" />
      <source>despeckling</source>
      <translation>reducción de speckle</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/shp.py" />
      <source>glrt: likelihood ratio of mean powers, and ci: confidence interval of the mean amplitude in two passes (FaSHPS), are the sharpest for speckle and fast; t: Student's test of mean amplitudes; ks: Kolmogorov-Smirnov, and ad: Anderson-Darling, compare whole distributions and take nothing for granted.</source>
      <translation>glrt: razón de verosimilitud de las potencias medias, y ci: intervalo de confianza de la amplitud media en dos pasadas (FaSHPS), son las más potentes para speckle y rápidas; t: prueba de Student de las amplitudes medias; ks: Kolmogorov-Smirnov, y ad: Anderson-Darling, comparan distribuciones completas y no presuponen nada.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/shp.py" />
      <source>homogeneous pixels</source>
      <translation>píxeles homogéneos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/shp.py" />
      <source>kolmogorov-smirnov</source>
      <translation>kolmogorov-smirnov</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>0 to 1 on the same grid; estimated from the phase if empty.</source>
      <translation>De 0 a 1 en la misma cuadrícula; se estima a partir de la fase si está vacío.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>A band a method: cycles that it finds more, for one interferogram; else the share of interferograms in which it finds others.</source>
      <translation>Una banda por método: ciclos de más que encuentra, para un interferograma; si no, la proporción de interferogramas en que encuentra otros.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>A band an interferogram.</source>
      <translation>Una banda por interferograma.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>A band an interferogram: 1 the largest, 0 none, -1 no data.</source>
      <translation>Una banda por interferograma: 1 la mayor, 0 ninguna, -1 sin datos.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>A raster in radians, or complex.</source>
      <translation>Un ráster en radianes, o complejo.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>A row each: share in components, coherence, residues, closure, agreement of methods, times, and why one failed. GeoPackage without geometry.</source>
      <translation>Una fila por interferograma: proporción en componentes, coherencia, residuos de fase, cierre, concordancia entre métodos, tiempos y por qué falló alguno. GeoPackage sin geometría.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>A row each: size, coherence, residues and share of triplets that do not close. GeoPackage without geometry.</source>
      <translation>Una fila por componente: tamaño, coherencia, residuos de fase y proporción de tripletes que no cierran. GeoPackage sin geometría.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>At no coherence: 0 to 1.</source>
      <translation>Con coherencia nula: de 0 a 1.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>Bridge separate parts</source>
      <translation>Enlazar partes separadas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>Coherence of the one interferogram</source>
      <translation>Coherencia del interferograma único</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>Compare with</source>
      <translation>Comparar con</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>Connected components</source>
      <translation>Componentes conexas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>Filter first</source>
      <translation>Filtrar primero</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>For a stack that is made of rasters: Sentinel-1 0.05546576, ALOS-2 0.2424525.</source>
      <translation>Para una pila creada con rásteres: Sentinel-1 0.05546576, ALOS-2 0.2424525.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>Goldstein</source>
      <translation>Goldstein</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>HDF5 in MintPy's layout (ifgramStack.h5) with connectComponent, for 'Interferogram network', 'Phase closure and unwrapping errors' and 'SBAS inversion'. Left out where dates are unknown.</source>
      <translation>HDF5 con la estructura de MintPy (ifgramStack.h5) con connectComponent, para 'Red de interferogramas', 'Cierre de fase y errores de desenrollado' e 'Inversión SBAS'. Se omite si no se conocen las fechas.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>Independent looks behind the coherence; taken from the stack if empty, else 10.</source>
      <translation>Looks independientes en que se basa la coherencia; si está vacío, los de la pila; si no, 10.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>Interferograms that failed</source>
      <translation>Interferogramas fallidos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>Interferograms unwrapped</source>
      <translation>Interferogramas desenrollados</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>Larger scenes are unwrapped in tiles that are fitted together; 0 for none.</source>
      <translation>Las escenas mayores se desenrollan en teselas que se ensamblan; 0 para ninguna.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>Learned (neural network)</source>
      <translation>Aprendido (red neuronal)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>Method used</source>
      <translation>Método usado</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>Minimum agreement of methods</source>
      <translation>Concordancia mínima de los métodos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>Minimum size of a component (pixels)</source>
      <translation>Tamaño mínimo de una componente (píxeles)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>Moving average (boxcar)</source>
      <translation>Media móvil (boxcar)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>Otherwise the filter only helps to find the cycles, and the result is congruent with the phase as it came.</source>
      <translation>De lo contrario, el filtro solo ayuda a encontrar los ciclos, y el resultado es congruente con la fase de entrada.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>Overlap of tiles (pixels)</source>
      <translation>Solape de las teselas (píxeles)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>Phase unwrapping</source>
      <translation>Desenrollado de fase</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>Pixels with a lower coherence are left out; the parts that this leaves are bridged.</source>
      <translation>Se excluyen los píxeles con menor coherencia; las partes que resultan se enlazan.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>Rasters whose names hold two dates (20200105_20200117.wrapped.tif), radians or complex; coherence in files with the same dates and coh, cc or cor in the name.</source>
      <translation>Rásteres cuyo nombre contiene dos fechas (20200105_20200117.wrapped.tif), en radianes o complejos; la coherencia, en archivos con las mismas fechas y coh, cc o cor en el nombre.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>Run another method, too, or all that are installed; the comparison shows where cycles differ.</source>
      <translation>Ejecutar además otro método, o todos los instalados; la comparación muestra dónde difieren los ciclos.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>Share of pixels in components</source>
      <translation>Proporción de píxeles en componentes</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>Shift parts of the scene that no valid pixels join by whole cycles, so that the phase goes on smoothly across the gap. Not with tiles.</source>
      <translation>Desplazar en ciclos enteros las partes de la escena que ningún píxel válido une, para que la fase continúe con suavidad a través del hueco. No con teselas.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>Side of the patches of goldstein (even, 8 at least) or of the boxcar's window.</source>
      <translation>Lado de las ventanas de goldstein (par, 8 como mínimo) o de la ventana de boxcar.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>Smaller connected components get the number 0.</source>
      <translation>Las componentes conexas menores reciben el número 0.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>Sparse points</source>
      <translation>Puntos dispersos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>Stack of wrapped interferograms</source>
      <translation>Pila de interferogramas enrollados</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>Strength of the Goldstein filter</source>
      <translation>Intensidad del filtro Goldstein</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>Table of components</source>
      <translation>Tabla de componentes</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>Table of interferograms</source>
      <translation>Tabla de interferogramas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>The wrapped ifgramStack.h5 of 'Distributed scatterers' or of MintPy (wrapPhase).</source>
      <translation>El ifgramStack.h5 enrollado de 'Dispersores distribuidos' o de MintPy (wrapPhase).</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>Tile size (pixels)</source>
      <translation>Tamaño de tesela (píxeles)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>Tiles</source>
      <translation>Teselas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>Unwrapped phase (rad)</source>
      <translation>Fase desenrollada (rad)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>Unwrapped stack</source>
      <translation>Pila desenrollada</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>Unwraps interferograms: a stack of wrapped phases (such as that of phase linking), a folder of rasters, or one raster. The result differs from the wrapped phase by whole cycles only, and comes with connected components and a table that says how good each is. Methods: whirlwind (package whirlwind-insar, free for every use; the default where it is installed), mcf (minimum-cost flow of Groundshift's own, needs nothing), snaphu (package snaphu; its licence forbids commercial use), spacetime (sparse points, all pairs together, in time first and then in space) and spurt (package spurt, as spacetime). Several methods can run to show where they differ.</source>
      <translation>Desenrolla interferogramas: una pila de fases enrolladas (como la del enlace de fases), una carpeta de rásteres o un solo ráster. El resultado difiere de la fase enrollada solo en ciclos enteros e incluye componentes conexas y una tabla que indica la calidad de cada interferograma. Métodos: whirlwind (paquete whirlwind-insar, libre para todo uso; por defecto si está instalado), mcf (flujo de coste mínimo del propio Groundshift, no necesita nada), snaphu (paquete snaphu; su licencia prohíbe el uso comercial), spacetime (puntos dispersos, todos los pares juntos, primero en el tiempo y después en el espacio) y spurt (paquete spurt, como spacetime). Se pueden ejecutar varios métodos para mostrar dónde difieren.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>What neighbouring tiles share.</source>
      <translation>Lo que comparten las teselas vecinas.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>Where methods differ</source>
      <translation>Dónde difieren los métodos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>Window of the filter (pixels)</source>
      <translation>Ventana del filtro (píxeles)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>Write the filtered phase</source>
      <translation>Escribir la fase filtrada</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>auto: whirlwind where it is installed, else mcf. learned: a network says where fringes are too steep for differences of neighbours, as on the flanks of a mining basin. spacetime and spurt take the pixels above the coherence threshold as points and need several dates. snaphu may not be used commercially.</source>
      <translation>auto: whirlwind donde está instalado; si no, mcf. learned: una red dice dónde las franjas son demasiado densas para las diferencias entre vecinos, como en los flancos de una cubeta minera. spacetime y spurt toman como puntos los píxeles por encima del umbral de coherencia y necesitan varias fechas. snaphu no puede usarse con fines comerciales.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>connected components</source>
      <translation>componentes conexas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>goldstein</source>
      <translation>goldstein</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>goldstein: adaptive, stronger where the coherence is low; boxcar: mean of a window.</source>
      <translation>goldstein: adaptativo, más fuerte donde la coherencia es baja; boxcar: media de una ventana.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>minimum cost flow</source>
      <translation>flujo de coste mínimo</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>or folder of wrapped interferograms</source>
      <translation>o carpeta de interferogramas enrollados</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>or one wrapped interferogram</source>
      <translation>o un interferograma enrollado</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>snaphu</source>
      <translation>snaphu</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>whirlwind</source>
      <translation>whirlwind</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>0 for none.</source>
      <translation>0: ninguna.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>A 256th of the scene's shorter side, and 4 pixels at least, where empty.</source>
      <translation>Si está vacío, una parte en 256 del lado corto de la escena, y 4 píxeles como mínimo.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>A word a column, for files without a header or with another one: lon, lat, x, y, displacement, std, weight, look_east, look_north, look_up, incidence, heading; of GNSS east, north, up, se, sn, su, or component (E, N, U) with displacement; - for others. A unit may follow: displacement_cm, x_km.</source>
      <translation>Una palabra por columna, para archivos sin cabecera o con otra: lon, lat, x, y, displacement, std, weight, look_east, look_north, look_up, incidence, heading; de GNSS east, north, up, se, sn, su, o component (E, N, U) con displacement; - para las demás. Puede seguir una unidad: displacement_cm, x_km.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>About an eighth of the scene where empty.</source>
      <translation>Si está vacío, alrededor de un octavo de la escena.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Along the line of sight, or unwrapped phase; a text file may stand in its place.</source>
      <translation>En línea de vista, o fase desenrollada; en su lugar puede ir un archivo de texto.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Area of interest</source>
      <translation>Área de interés</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Areas to leave out</source>
      <translation>Áreas que excluir</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>As in GAMMA's products.</source>
      <translation>Como en los productos de GAMMA.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Besides the covariance: one for all, or by the area with data, or by the root of the number of pixels; their mean is 1.</source>
      <translation>Además de la covarianza: uno para todas, o según el área con datos, o según la raíz del número de píxeles; su media es 1.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>By area</source>
      <translation>Por área</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>By number of pixels</source>
      <translation>Por número de píxeles</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>CRS of the text file</source>
      <translation>SRC del archivo de texto</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Cells</source>
      <translation>Celdas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Columns of the text file</source>
      <translation>Columnas del archivo de texto</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Coordinates of the text file</source>
      <translation>Coordenadas del archivo de texto</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Corner of the top edge</source>
      <translation>Esquina del borde superior</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Covariance from the far field</source>
      <translation>Covarianza a partir del campo lejano</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Criterion of the quadtree</source>
      <translation>Criterio del quadtree</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Curvature</source>
      <translation>Curvatura</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Damping</source>
      <translation>Amortiguamiento</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Degrees</source>
      <translation>Grados</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Dip of the rupture (degrees)</source>
      <translation>Buzamiento de la ruptura (grados)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Displacement of a model</source>
      <translation>Desplazamiento de un modelo</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Down the dip, with its trace.</source>
      <translation>Según el buzamiento, con su traza.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Down-sample displacement</source>
      <translation>Submuestrear el desplazamiento</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Earlier samples</source>
      <translation>Muestras anteriores</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Earthquake source</source>
      <translation>Fuente sísmica</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Emptier cells are cut up to twice more, and left out if that does not help.</source>
      <translation>Las celdas con menos datos se cortan hasta dos veces más, y se excluyen si eso no basta.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Equal</source>
      <translation>Iguales</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Exponential semivariogram with a nugget, fitted to pairs of pixels at random. Without, samples are independent with the scatter of their pixels.</source>
      <translation>Semivariograma exponencial con efecto pepita, ajustado a pares de píxeles al azar. Sin él, las muestras son independientes, con la dispersión de sus píxeles.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Far field</source>
      <translation>Campo lejano</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Far field from (km)</source>
      <translation>Campo lejano desde (km)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Fault or slip model (file)</source>
      <translation>Falla o modelo de deslizamiento (archivo)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Fault or slip model (layer)</source>
      <translation>Falla o modelo de deslizamiento (capa)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Fault or slip model: coordinates in FSP and .param files</source>
      <translation>Modelo de falla o deslizamiento: coordenadas en archivos FSP y .param</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Fault or slip model: origin of a Coulomb file</source>
      <translation>Falla o modelo de deslizamiento: origen de un archivo Coulomb</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Finer cells up to (m) from the rupture</source>
      <translation>Celdas más finas hasta (m) de la ruptura</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>For phase; what the raster says wins.</source>
      <translation>Para fase; prevalece lo que indique el ráster.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>For the method model, in place of a slip model: along the same line of sight.</source>
      <translation>Para el método model, en lugar de un modelo de deslizamiento: en la misma línea de vista.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>For the methods resolution (patches alone will do) and model. A layer of slip patches, as the slip tools write it: polygons with heights, and fields strike_deg, dip_deg, length_km, width_km, depth_km, slip_m, rake_deg (or strike_slip_m, dip_slip_m) and opening_m.</source>
      <translation>Para los métodos resolution (bastan los parches) y model. Una capa de parches de deslizamiento, como la escriben las herramientas de deslizamiento: polígonos con alturas y campos strike_deg, dip_deg, length_km, width_km, depth_km, slip_m, rake_deg (o strike_slip_m, dip_slip_m) y opening_m.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>For the semivariogram.</source>
      <translation>Para el semivariograma.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>From the steepest displacement.</source>
      <translation>Desde el desplazamiento de mayor gradiente.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Gradient</source>
      <translation>Gradiente</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Gradient of a model</source>
      <translation>Gradiente de un modelo</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>In mm, of the criterion; of the data resolution (0 to 1) with that method. In place of the number of samples.</source>
      <translation>En mm, del criterio; con ese método, de la resolución de los datos (0 a 1). En lugar del número de muestras.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>In place of a layer: a finite-source rupture model (.fsp), .param or FFM.geojson of the U.S. Geological Survey, or Coulomb's .inp or .inr.</source>
      <translation>En lugar de una capa: un modelo de ruptura de fuente finita (.fsp), .param o FFM.geojson del U.S. Geological Survey, o .inp o .inr de Coulomb.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>In place of a raster: .lltnde (lon, lat, height, look east, north, up, displacement, error), .lldet (GNSS: lon, lat, east, north, up, their errors), CSV with a header (&lt;name&gt;_cov.npy beside it is its covariance), other tables by their Columns, GBIS' .mat.</source>
      <translation>En lugar de un ráster: .lltnde (lon, lat, altura, vector de observación este, norte, vertical, desplazamiento, error), .lldet (GNSS: lon, lat, este, norte, vertical, sus errores), CSV con cabecera (&lt;name&gt;_cov.npy a su lado es su covarianza), otras tablas según sus columnas, .mat de GBIS.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Kilometres (km)</source>
      <translation>Kilómetros (km)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Largest cell (m)</source>
      <translation>Celda máxima (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Largest cell there (m)</source>
      <translation>Celda máxima allí (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Largest displacement of a sample (mm)</source>
      <translation>Desplazamiento máximo de una muestra (mm)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Largest share without data (%)</source>
      <translation>Proporción máxima sin datos (%)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Leave out nearer to the rupture than (m)</source>
      <translation>Excluir a menos de (m) de la ruptura</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Medians in place of means</source>
      <translation>Medianas en lugar de medias</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Middle of the top edge</source>
      <translation>Centro del borde superior</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Name of the track</source>
      <translation>Nombre de la trayectoria</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Nugget (mm2)</source>
      <translation>Efecto pepita (mm2)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Of the half-space, for fault and model.</source>
      <translation>Del semiespacio, para falla y modelo.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Of the inversion behind the data resolution, as a share of its largest singular value.</source>
      <translation>De la inversión de la que sale la resolución de los datos, como fracción de su mayor valor singular.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Of the pixels of a cell.</source>
      <translation>De los píxeles de una celda.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Of the raster.</source>
      <translation>Del ráster.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Of which point of a subfault they are. auto goes by the header and the depth of the first row, as the U.S. Geological Survey's files speak of centres where they give corners; the log tells what was taken.</source>
      <translation>De qué punto de una subfalla son. auto se guía por la cabecera y la profundidad de la primera fila, ya que los archivos del U.S. Geological Survey hablan de centros donde dan esquinas; el registro dice qué se tomó.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Only pixels inside count.</source>
      <translation>Solo cuentan los píxeles de su interior.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Over which correlation falls to 1/e; with the sill.</source>
      <translation>Distancia en la que la correlación cae a 1/e; junto con la meseta.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Pairs of pixels</source>
      <translation>Pares de píxeles</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Patches of the fault (km)</source>
      <translation>Parches de la falla (km)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Points with track, displacement_mm, std_mm, weight, los_east, los_north, los_up, width_m, height_m, pixels, scatter_mm; the semivariogram in a table of the same file.</source>
      <translation>Puntos con track, displacement_mm, std_mm, weight, los_east, los_north, los_up, width_m, height_m, pixels, scatter_mm; el semivariograma, en una tabla del mismo archivo.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Poisson's ratio</source>
      <translation>Coeficiente de Poisson</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Polygons of this track's cells.</source>
      <translation>Polígonos de las celdas de esta trayectoria.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Positive values are</source>
      <translation>Los valores positivos son</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Quadtree</source>
      <translation>Quadtree</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Radians</source>
      <translation>Radianes</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Range (km)</source>
      <translation>Alcance (km)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Regular grid</source>
      <translation>Cuadrícula regular</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Resolution of the data (R matrix)</source>
      <translation>Resolución de los datos (matriz R)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Rupture</source>
      <translation>Ruptura</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Samples</source>
      <translation>Muestras</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Samples in the file</source>
      <translation>Muestras en el archivo</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Samples of the track</source>
      <translation>Muestras de la trayectoria</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Samples wanted</source>
      <translation>Muestras deseadas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Semivariogram (PNG)</source>
      <translation>Semivariograma (PNG)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Share of them in samples (%)</source>
      <translation>Proporción de ellos en muestras (%)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Sill (mm2)</source>
      <translation>Meseta (mm2)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Size of the patches into which a trace or a single plane is cut.</source>
      <translation>Tamaño de los parches en que se corta una traza o un plano único.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Smallest cell (m)</source>
      <translation>Celda mínima (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Such as unwrapping errors, lakes, slides.</source>
      <translation>Como errores de desenrollado, lagos o deslizamientos de ladera.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Take a ramp off before the criterion</source>
      <translation>Quitar una rampa antes del criterio</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Text file of samples</source>
      <translation>Archivo de texto con muestras</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>That of the file where empty.</source>
      <translation>El del archivo si está vacío.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>The plane through the far field; samples keep it.</source>
      <translation>El plano por el campo lejano; las muestras lo conservan.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>The same seed draws the same pairs.</source>
      <translation>La misma semilla extrae los mismos pares.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>The semivariogram and what was done.</source>
      <translation>El semivariograma y lo que se hizo.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>The threshold is found that gives at most so many, if cells may be as large as that.</source>
      <translation>Se busca el umbral que da como máximo este número, si las celdas pueden ser así de grandes.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Threshold</source>
      <translation>Umbral</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Threshold (mm, or data resolution)</source>
      <translation>Umbral (mm, o resolución de los datos)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Trace of the fault.</source>
      <translation>Traza de la falla.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Tracks that are handed on. Points of 'Down-sample displacement': displacement_mm, std_mm, los_east, los_north, los_up and track, with the covariance in tables of the same file.</source>
      <translation>Trayectorias que se transfieren. Puntos de 'Submuestrear el desplazamiento': displacement_mm, std_mm, los_east, los_north, los_up y track, con la covarianza en tablas del mismo archivo.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Turns a map of displacement along the line of sight into some hundred samples that an inversion can take, with the look vector, the extent, the number of pixels and the standard deviation of each, and the covariance between them from the semivariogram of the far field. One track a run: give the samples of the tracks before as 'Earlier samples', and the new layer holds all of them. Text files of samples (.lltnde, .lldet of GNSS, CSV, GBIS' .mat) come in the same way. Displacement in the layer is in mm, positive towards the satellite.</source>
      <translation>Reduce un mapa de desplazamiento en línea de vista a unos cientos de muestras aptas para una inversión, con el vector de observación, la extensión, el número de píxeles y la desviación estándar de cada una, y la covarianza entre ellas según el semivariograma del campo lejano. Una trayectoria por ejecución: dé las muestras de las trayectorias anteriores como 'Muestras anteriores' y la capa nueva las contendrá todas. Los archivos de texto con muestras (.lltnde, .lldet de GNSS, CSV, .mat de GBIS) se incorporan del mismo modo. En la capa, el desplazamiento está en mm, positivo hacia el satélite.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Variance</source>
      <translation>Varianza</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Variance held by the samples (%)</source>
      <translation>Varianza retenida por las muestras (%)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Variance of a pixel's own noise; with the sill.</source>
      <translation>Varianza del ruido propio de un píxel; junto con la meseta.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Variance of the correlated errors, in place of the fit.</source>
      <translation>Varianza de los errores correlacionados, en lugar del ajuste.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>WGS 84 for degrees where empty; none for metres and kilometres.</source>
      <translation>WGS 84 para grados si está vacío; ninguno para metros y kilómetros.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Weights</source>
      <translation>Pesos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Where nothing but noise is; where empty, all beyond a distance from the steepest displacement, from which on the map is quiet.</source>
      <translation>Donde no hay más que ruido; si está vacío, todo lo que dista del desplazamiento de mayor gradiente más que la distancia a partir de la cual el mapa está en calma.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Where phase is not coherent or was unwrapped over the fault.</source>
      <translation>Donde la fase no es coherente o se desenrolló atravesando la falla.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Where x = 0 and y = 0 lie, for .inp and .inr files without a map info block.</source>
      <translation>Donde están x = 0 e y = 0, para archivos .inp e .inr sin bloque map info.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Width of the rupture (km)</source>
      <translation>Anchura de la ruptura (km)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>With its trace, a fault for the method resolution: to the right of the way the line was drawn, unless fields of the layer say it.</source>
      <translation>Con su traza, una falla para el método resolution: a la derecha del sentido en que se dibujó la línea, salvo que lo indiquen campos de la capa.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>With the distance above.</source>
      <translation>Con la distancia anterior.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>auto takes what the names of the columns say: lon is in degrees, x_km in kilometres.</source>
      <translation>auto toma lo que dicen los nombres de las columnas: lon está en grados, x_km en kilómetros.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>auto takes what the raster, the header or the format says; rad is unwrapped phase.</source>
      <translation>auto toma lo que indique el ráster, la cabecera o el formato; rad es fase desenrollada.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>auto: displacement towards the satellite, phase away from it, as MintPy, ISCE, HyP3 and LiCSAR have it, and so a column range_change.</source>
      <translation>auto: el desplazamiento hacia el satélite, la fase al alejarse de él, como en MintPy, ISCE, HyP3 y LiCSAR, y también una columna range_change.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>curvature: root mean square about the cell's plane; variance: about its mean; gradient: the rise of the plane over the cell.</source>
      <translation>curvature: media cuadrática respecto al plano de la celda; variance: respecto a su media; gradient: la subida del plano a lo largo de la celda.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>downsampling</source>
      <translation>submuestreo</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>quadtree</source>
      <translation>quadtree</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>quadtree: cells are cut where displacement varies; uniform: all of one size; resolution: cells are cut that tell of a fault what no other does; model: as quadtree, after a model's displacement, for signals weaker than the noise.</source>
      <translation>quadtree: se cortan las celdas donde el desplazamiento varía; uniform: todas del mismo tamaño; resolution: se cortan las celdas que aportan sobre una falla lo que ninguna otra aporta; model: como quadtree, según el desplazamiento de un modelo, para señales más débiles que el ruido.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>samples</source>
      <translation>muestras</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>semivariogram</source>
      <translation>semivariograma</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>subsampling</source>
      <translation>reducción de datos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>A layer of slip patches, as the slip tools write it: polygons with heights, and fields strike_deg, dip_deg, length_km, width_km, depth_km, slip_m, rake_deg (or strike_slip_m, dip_slip_m) and opening_m.</source>
      <translation>Una capa de parches de deslizamiento, como la escriben las herramientas de deslizamiento: polígonos con alturas y campos strike_deg, dip_deg, length_km, width_km, depth_km, slip_m, rake_deg (o strike_slip_m, dip_slip_m) y opening_m.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>Compare slip model with catalogue</source>
      <translation>Comparar modelo de deslizamiento con catálogo</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>Depth of the model's middle (km)</source>
      <translation>Profundidad del centro del modelo (km)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>Dip of the model (degrees)</source>
      <translation>Buzamiento del modelo (grados)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>Distance (km)</source>
      <translation>Distancia (km)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>Earthquakes (file)</source>
      <translation>Terremotos (archivo)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>Earthquakes (layer)</source>
      <translation>Terremotos (capa)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>Entries farther from the middle of the slip are other earthquakes.</source>
      <translation>Las entradas más lejanas del centro del deslizamiento son otros terremotos.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>Field of earthquakes: depth</source>
      <translation>Campo de los terremotos: profundidad</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>Field of earthquakes: dip</source>
      <translation>Campo de los terremotos: buzamiento</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>Field of earthquakes: magnitude</source>
      <translation>Campo de los terremotos: magnitud</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>Field of earthquakes: rake</source>
      <translation>Campo de los terremotos: rake</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>Field of earthquakes: strike</source>
      <translation>Campo de los terremotos: rumbo</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>Field of earthquakes: time</source>
      <translation>Campo de los terremotos: fecha y hora</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>Finds the earthquake of a slip model in a seismic catalogue and compares both: distance and azimuth, depth, magnitude and moment, strike, dip and rake of the nearer nodal plane, the rotation between the mechanisms (Kagan angle), and the moment by depth. Reads layers, NDK of the Global CMT project, QuakeML, bulletins and tables; slip models of radar or of any finite-fault file.</source>
      <translation>Busca el terremoto de un modelo de deslizamiento en un catálogo sísmico y compara ambos: distancia y azimut, profundidad, magnitud y momento, rumbo, buzamiento y ángulo de deslizamiento del plano nodal más cercano, la rotación entre los mecanismos (ángulo de Kagan) y el momento por profundidad. Lee capas, NDK del proyecto Global CMT, QuakeML, boletines y tablas; modelos de deslizamiento de radar o de cualquier archivo de falla finita.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>For stress and moment; that of a Coulomb file where empty, else 30.</source>
      <translation>Para esfuerzo y momento; el de un archivo Coulomb si está vacío; si no, 30.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>Guessed where empty (depth ...).</source>
      <translation>Si está vacío, se deduce (depth ...).</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>Guessed where empty (dip ...).</source>
      <translation>Si está vacío, se deduce (dip ...).</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>Guessed where empty (magnitude ...).</source>
      <translation>Si está vacío, se deduce (magnitude ...).</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>Guessed where empty (rake ...).</source>
      <translation>Si está vacío, se deduce (rake ...).</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>Guessed where empty (strike ...).</source>
      <translation>Si está vacío, se deduce (strike ...).</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>Guessed where empty (time ...).</source>
      <translation>Si está vacío, se deduce (time ...).</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>In place of a layer: NDK of the Global CMT project, QuakeML, a bulletin of the International Seismological Centre (ISF), or a table with a header that names strike, dip and rake; three columns of numbers need none.</source>
      <translation>En lugar de una capa: NDK del proyecto Global CMT, QuakeML, un boletín del International Seismological Centre (ISF), o una tabla con un encabezado que nombre strike, dip y rake; tres columnas de números no lo necesitan.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>Kagan angle (degrees)</source>
      <translation>Ángulo de Kagan (grados)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>Layers of the moment (km)</source>
      <translation>Capas del momento (km)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>Moment by depth</source>
      <translation>Momento por profundidad</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>Moment magnitude of the model</source>
      <translation>Magnitud de momento del modelo</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>Of layers, with its share.</source>
      <translation>Por capas, con su parte.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>Points, or a table with columns of longitude and latitude, with strike, dip and rake (Aki and Richards) and perhaps depth, magnitude, time and the second plane.</source>
      <translation>Puntos, o una tabla con columnas de longitud y latitud, con rumbo, buzamiento y ángulo de deslizamiento (Aki y Richards) y quizá profundidad, magnitud, hora y el segundo plano.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>Rake of the model (degrees)</source>
      <translation>Ángulo de deslizamiento del modelo (grados)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>Reach (km)</source>
      <translation>Alcance (km)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>Seismic depth less the model's (km)</source>
      <translation>Profundidad sísmica menos la del modelo (km)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>Seismic less model: distance, azimuth, depth, magnitude, ratio of moments, strike, dip and rake of the plane nearer to the model's, Kagan angle.</source>
      <translation>Sísmico menos modelo: distancia, azimut, profundidad, magnitud, razón de momentos, rumbo, buzamiento y ángulo de deslizamiento del plano más cercano al del modelo, ángulo de Kagan.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>Seismic magnitude less the model's</source>
      <translation>Magnitud sísmica menos la del modelo</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>Seismic moment by the model's</source>
      <translation>Momento sísmico entre el del modelo</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>Seismic solutions</source>
      <translation>Soluciones sísmicas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>Seismic solutions beside the model</source>
      <translation>Soluciones sísmicas junto al modelo</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>Shear modulus (GPa)</source>
      <translation>Módulo de cizalla (GPa)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>Slip model (file)</source>
      <translation>Modelo de deslizamiento (archivo)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>Slip model (layer)</source>
      <translation>Modelo de deslizamiento (capa)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>Slip model: coordinates in FSP and .param files</source>
      <translation>Modelo de deslizamiento: coordenadas en archivos FSP y .param</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>Slip model: origin of a Coulomb file</source>
      <translation>Modelo de deslizamiento: origen de un archivo Coulomb</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>Strike of the model (degrees)</source>
      <translation>Rumbo del modelo (grados)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>Such as 2021-05-21T13:48:37 (universal time), or the day alone. Where it is empty the entry of the magnitude nearest to the model's is taken.</source>
      <translation>Como 2021-05-21T13:48:37 (tiempo universal), o solo el día. Si está vacío se toma la entrada de magnitud más cercana a la del modelo.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>Tables, and the moment by depth with the seismic depths.</source>
      <translation>Tablas, y el momento por profundidad con las profundidades sísmicas.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>That of a Coulomb file where empty, else 0.25.</source>
      <translation>El de un archivo Coulomb si está vacío; si no, 0.25.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>Thickness; a round one where empty.</source>
      <translation>Espesor; uno redondo si está vacío.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>Time of the earthquake</source>
      <translation>Hora del terremoto</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>catalogue</source>
      <translation>catálogo</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>centroid</source>
      <translation>centroide</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>kagan</source>
      <translation>kagan</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>magnitude</source>
      <translation>magnitud</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>ndk</source>
      <translation>ndk</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>quakeml</source>
      <translation>quakeml</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>slip</source>
      <translation>deslizamiento de falla</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>0.25 in practice.</source>
      <translation>0.25 en la práctica.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>0: 10 for each parameter, 50 at least.</source>
      <translation>0: 10 por parámetro, 50 como mínimo.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>20,000 at most.</source>
      <translation>20 000 como máximo.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>A plane by track besides the offset.</source>
      <translation>Un plano por trayectoria además del desfase.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>A point with the fields of its kind, their intervals, and notes on bounds; input of 'Forward model of slip' and of the stress tools. Of faults there is none.</source>
      <translation>Un punto con los campos de su tipo, sus intervalos y notas sobre las cotas; entrada de 'Modelo directo de deslizamiento' y de las herramientas de esfuerzo. Con fallas no hay ninguno.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>All pairs of parameters; says so where they are not to be used.</source>
      <translation>Todos los pares de parámetros; lo dice donde no deben usarse.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Area of the fault</source>
      <translation>Área de la falla</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>As the covariances say</source>
      <translation>Como dicen las covarianzas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>At most.</source>
      <translation>Como máximo.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Best faults</source>
      <translation>Mejores fallas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Best values, bounds, credible intervals, R-hat, effective size, perturbed fits; a note where R-hat is 1.05 or more: then the posterior is not to be used.</source>
      <translation>Mejores valores, cotas, intervalos de credibilidad, R-hat, tamaño efectivo, ajustes perturbados; una nota donde R-hat es 1.05 o mayor: entonces la distribución a posteriori no debe usarse.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Best volcanic source</source>
      <translation>Mejor fuente volcánica</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Bounds</source>
      <translation>Cotas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Burn-in (%)</source>
      <translation>Calentamiento (%)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Chains</source>
      <translation>Cadenas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Compound dislocation</source>
      <translation>Dislocación compuesta</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Covariances up to a factor</source>
      <translation>Covarianzas salvo un factor</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Depth of the centre (km)</source>
      <translation>Profundidad del centro (km)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Depth of the upper edge (km)</source>
      <translation>Profundidad del borde superior (km)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Depth of the volcanic source (km)</source>
      <translation>Profundidad de la fuente volcánica (km)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Differential evolution</source>
      <translation>Evolución diferencial</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Dip (degrees)</source>
      <translation>Buzamiento (grados)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Draws of the posterior</source>
      <translation>Muestras de la posterior</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Effective draws that are enough</source>
      <translation>Muestras efectivas suficientes</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Errors of the data</source>
      <translation>Errores de los datos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Fault (rectangles)</source>
      <translation>Falla (rectángulos)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Finds where an earthquake's fault lies and how it slipped: one or several rectangles with uniform slip in an elastic half-space. A particle swarm and differential evolution search within bounds, least squares refine; Markov chains then tell what the data leave open (credible intervals, trade-offs), and noise that is added to the data how far the best fault moves. Errors enter with their whole covariance; offsets and ramps of the tracks are solved for, and marginalised in the posterior. Parameters that a bound holds are flagged. Uniform slip is a first picture: go on with 'Slip inversion'. In place of the fault it finds a volcanic source: Mogi point, sphere, prolate spheroid, penny-shaped crack or compound dislocation.</source>
      <translation>Busca dónde está la falla de un terremoto y cómo se deslizó: uno o varios rectángulos con deslizamiento uniforme en un semiespacio elástico. Un enjambre de partículas y la evolución diferencial exploran dentro de las cotas, y los mínimos cuadrados refinan; después, cadenas de Markov indican lo que los datos dejan abierto (intervalos de credibilidad, compensaciones entre parámetros), y el ruido añadido a los datos, cuánto se mueve la mejor falla. Los errores entran con toda su covarianza; los desfases y rampas de las trayectorias se resuelven y, en la posterior, se marginalizan. Se marcan los parámetros retenidos por una cota. El deslizamiento uniforme es una primera imagen: continúe con 'Inversión del deslizamiento de falla'. En lugar de la falla busca una fuente volcánica: punto de Mogi, esfera, esferoide prolato, grieta circular o dislocación compuesta.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Fit</source>
      <translation>Ajuste</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>For moments.</source>
      <translation>Para los momentos.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Global search</source>
      <translation>Búsqueda global</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>How many rectangles, where no layer of places says it.</source>
      <translation>Cuántos rectángulos, si no lo indica una capa de lugares.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Largest R-hat</source>
      <translation>R-hat máximo</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Length (km)</source>
      <translation>Longitud (km)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Likely upper edges</source>
      <translation>Bordes superiores probables</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Lines or points, one for each fault: mapped traces or guesses. The middle of the upper edge is searched for about them; lines bound strike (30 degrees either way, dipping to either side) and length (0.2 to 2 times), too.</source>
      <translation>Líneas o puntos, uno por falla: trazas cartografiadas o suposiciones. En torno a ellos se busca el punto medio del borde superior; las líneas acotan también el rumbo (30 grados a cada lado, con buzamiento a cualquiera de los dos) y la longitud (de 0.2 a 2 veces).</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Local search</source>
      <translation>Búsqueda local</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Middle of the upper edge, x</source>
      <translation>Punto medio del borde superior, x</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Middle of the upper edge, y</source>
      <translation>Punto medio del borde superior, y</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Minimum effective size</source>
      <translation>Tamaño efectivo mínimo</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Models a step</source>
      <translation>Modelos por paso</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Mogi point</source>
      <translation>Punto de Mogi</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Moment magnitude of all faults</source>
      <translation>Magnitud de momento de todas las fallas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Multiplies their shares of the misfit; intervals then no longer follow from the covariance.</source>
      <translation>Multiplica su parte del desajuste; los intervalos dejan entonces de deducirse de la covarianza.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Numbers, warnings and plots.</source>
      <translation>Números, advertencias y gráficos.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Of the best faults (draw 0) and of draws of the posterior.</source>
      <translation>De las mejores fallas (draw 0) y de muestras de la posterior.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Of the posterior, at most; they end earlier when they know enough. 0 leaves the posterior out.</source>
      <translation>De la posterior, como máximo; terminan antes cuando ya es suficiente. 0 omite la posterior.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Parameters</source>
      <translation>Parámetros</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Parameters that a bound holds</source>
      <translation>Parámetros retenidos por una cota</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Particle swarm</source>
      <translation>Enjambre de partículas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Particle swarm and differential evolution</source>
      <translation>Enjambre de partículas y evolución diferencial</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Penny-shaped crack</source>
      <translation>Grieta circular</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Perturbed data</source>
      <translation>Datos perturbados</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Places</source>
      <translation>Lugares</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Point compound dislocation</source>
      <translation>Dislocación compuesta puntual</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Polygons in space with the slip, the parameters' intervals, and notes on bounds; input of 'Slip inversion' and of the stress tools.</source>
      <translation>Polígonos en el espacio con el deslizamiento, los intervalos de los parámetros y notas sobre las cotas; entrada de 'Inversión del deslizamiento de falla' y de las herramientas de esfuerzo.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Prolate spheroid</source>
      <translation>Esferoide prolato</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>RMS of the residuals (mm)</source>
      <translation>RMS de los residuos (mm)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Rake (degrees)</source>
      <translation>Rake (grados)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Reach about the places (km)</source>
      <translation>Alcance en torno a los lugares (km)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Restarts</source>
      <translation>Reinicios</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Search for the fault</source>
      <translation>Búsqueda de la falla</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Seismic moment of all faults (N m)</source>
      <translation>Momento sísmico de todas las fallas (N m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Share of each chain that is thrown away.</source>
      <translation>Parte de cada cadena que se desecha.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Slip (m)</source>
      <translation>Deslizamiento (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Source</source>
      <translation>Fuente</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Sphere</source>
      <translation>Esfera</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Steps of a search</source>
      <translation>Pasos de una búsqueda</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Steps of the chains</source>
      <translation>Pasos de las cadenas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Strike (degrees)</source>
      <translation>Rumbo (grados)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Such as: strike 120 to 150; dip 30 to 70; top_depth 0 to 5; 2: length 5 to 30. Parameters: x, y (map coordinates), top_depth, length, width (km), strike, dip (degrees; beyond 90 it dips to the other side, and bounds that end at 90 go on there by 30 degrees; end them at 89.9 where they must not), strike_slip (left-lateral +), dip_slip (reverse +), opening (m), or slip and rake in their place. One number keeps a parameter; a fault's number and a colon before it mean that fault only. What is not given has wide bounds from the data; opening is kept at 0. Of volcanic sources: x, y, depth, radius, semi_major, semi_x, semi_y, semi_z (km), aspect (short over long semi-axis), trend, plunge, omega_x, omega_y, omega_z (degrees), volume, volume_x, volume_y, volume_z (m3), opening (m).</source>
      <translation>Por ejemplo: strike 120 to 150; dip 30 to 70; top_depth 0 to 5; 2: length 5 to 30. Parámetros: x, y (coordenadas del mapa), top_depth, length, width (km), strike, dip (grados; por encima de 90 buza al otro lado, y las cotas que acaban en 90 continúan allí 30 grados más; hágalas acabar en 89.9 donde no deban), strike_slip (sinistral +), dip_slip (inverso +), opening (m), o slip y rake en su lugar. Un solo número fija un parámetro; el número de una falla y dos puntos delante lo limitan a esa falla. Lo que no se da tiene cotas amplias a partir de los datos; opening se mantiene en 0. De fuentes volcánicas: x, y, depth, radius, semi_major, semi_x, semi_y, semi_z (km), aspect (semieje corto entre el largo), trend, plunge, omega_x, omega_y, omega_z (grados), volume, volume_x, volume_y, volume_z (m3), opening (m).</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>That run side by side.</source>
      <translation>Que corren en paralelo.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>The chains end when every parameter has so many, and R-hat below 1.01; 0 makes all steps.</source>
      <translation>Las cadenas terminan cuando cada parámetro tiene este número, y R-hat es menor que 1.01; 0 da todos los pasos.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>The same seed gives the same numbers.</source>
      <translation>La misma semilla da los mismos números.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>The samples with modelled_mm, residual_mm and offset_mm.</source>
      <translation>Las muestras con modelled_mm, residual_mm y offset_mm.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Times each search begins anew.</source>
      <translation>Veces que cada búsqueda empieza de nuevo.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Times that noise is added to the data and the fault is fitted anew; 100 is usual.</source>
      <translation>Veces que se añade ruido a los datos y se reajusta la falla; lo habitual es 100.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>To the east, west, north and south; half of the line and 5 km at least if empty.</source>
      <translation>Hacia el este, oeste, norte y sur; si está vacío, la mitad de la línea y 5 km como mínimo.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Trade-offs</source>
      <translation>Compensaciones entre parámetros</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Use the samples' weights</source>
      <translation>Usar los pesos de las muestras</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Volume change of the volcanic source (m3)</source>
      <translation>Cambio de volumen de la fuente volcánica (m3)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>What the fault has to explain. Points of 'Down-sample displacement': displacement_mm, std_mm, los_east, los_north, los_up and track, with the covariance in tables of the same file.</source>
      <translation>Lo que la falla debe explicar. Puntos de 'Submuestrear el desplazamiento': displacement_mm, std_mm, los_east, los_north, los_up y track, con la covarianza en tablas del mismo archivo.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Where the middle of the upper edge may lie; the samples' extent if empty.</source>
      <translation>Dónde puede estar el punto medio del borde superior; la extensión de las muestras si está vacío.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Width (km)</source>
      <translation>Anchura (km)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>bayesian</source>
      <translation>bayesiano</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>both: particle swarm and differential evolution; local: only refine the middle of the bounds.</source>
      <translation>both: enjambre de partículas y evolución diferencial; local: solo refinar el centro de las cotas.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>credible interval</source>
      <translation>intervalo de credibilidad</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>fault: rectangles that slip. Volcanic ones, one at a time: mogi: a point; sphere: of finite size (McTigue); spheroid: prolate (Yang); penny: a horizontal circular crack (Fialko); pcdm and cdm: compound dislocations of a point and of a finite size (Nikkhoo).</source>
      <translation>fault: rectángulos que se deslizan. Volcánicas, de una en una: mogi: un punto; sphere: de tamaño finito (McTigue); spheroid: prolato (Yang); penny: una grieta circular horizontal (Fialko); pcdm y cdm: dislocaciones compuestas de un punto y de tamaño finito (Nikkhoo).</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>gbis</source>
      <translation>gbis</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>geometry</source>
      <translation>geometría</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>given: as the covariances say. scaled: known up to a factor for each track, which is marginalised; choose it where the log tells that residuals exceed the covariance.</source>
      <translation>given: según las covarianzas. scaled: conocidos salvo un factor por trayectoria, que se marginaliza; elíjalo si el registro indica que los residuos superan la covarianza.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>mcmc</source>
      <translation>mcmc</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>mogi</source>
      <translation>mogi</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>okada</source>
      <translation>okada</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>particle swarm</source>
      <translation>enjambre de partículas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>posterior</source>
      <translation>posterior</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>uniform slip</source>
      <translation>deslizamiento uniforme</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>volcano</source>
      <translation>volcán</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>A buried fault's top edge lies away from its trace at the surface, down the dip.</source>
      <translation>El borde superior de una falla enterrada queda apartado de su traza en superficie, según el buzamiento.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>A surface without gaps or overlaps at the bends, in place of rectangles.</source>
      <translation>Una superficie sin huecos ni solapes en las inflexiones, en lugar de rectángulos.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Along the strike.</source>
      <translation>A lo largo del rumbo.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Along the strike; planes are cut into a whole number of about this size. 0 leaves them as they are.</source>
      <translation>A lo largo del rumbo; los planos se cortan en un número entero de aproximadamente este tamaño. 0 los deja como están.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>At points</source>
      <translation>En puntos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Bands east, north and up (mm), and towards the satellite where an orbit is given.</source>
      <translation>Bandas este, norte y vertical (mm), y hacia el satélite si se da una órbita.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Bends smaller than this are drawn straight; each straight piece becomes a plane.</source>
      <translation>Las inflexiones menores se dibujan rectas; cada tramo recto se convierte en un plano.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>CRS of the map</source>
      <translation>SRC del mapa</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Clockwise from north; the plane dips to its right.</source>
      <translation>En sentido horario desde el norte; el plano buza a su derecha.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Computes what slip on faults, or a volcanic source, does to an elastic half-space: displacement to the east, north and up, displacement and wrapped fringes along an orbit's line of sight, strain and stress; on a map at any depth, or at points. Patches are rectangles or triangles. Numbers hold near edges, near vertical dips and where faults break the surface, where published codes fail; on the edges themselves, and a hair beside corners at the surface, there is no number. Volcanic sources are Mogi points, spheres, prolate spheroids, penny-shaped cracks and compound dislocations. Topography, layers and the Earth's curvature are left out.</source>
      <translation>Calcula el efecto del deslizamiento de fallas, o de una fuente volcánica, en un semiespacio elástico: desplazamiento hacia el este, el norte y arriba, desplazamiento y franjas enrolladas en la línea de vista de una órbita, deformación y esfuerzo; en un mapa a cualquier profundidad, o en puntos. Los parches son rectángulos o triángulos. Los valores son válidos cerca de los bordes, con buzamientos casi verticales y donde las fallas rompen la superficie, casos en que fallan los códigos publicados; en los propios bordes, y justo al lado de las esquinas en la superficie, no hay valor. Las fuentes volcánicas son puntos de Mogi, esferas, esferoides prolatos, grietas circulares y dislocaciones compuestas. No se consideran la topografía, las capas ni la curvatura terrestre.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Degrees; guessed where empty (dip, average_dip ...).</source>
      <translation>Grados; si está vacío, se deduce (dip, average_dip ...).</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Depth (km)</source>
      <translation>Profundidad (km)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Depth of the bottom (km)</source>
      <translation>Profundidad del borde inferior (km)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Depth of the point (km)</source>
      <translation>Profundidad del punto (km)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Depth of the top (km)</source>
      <translation>Profundidad del borde superior (km)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Dips to the left</source>
      <translation>Buza a la izquierda</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Dips to the right</source>
      <translation>Buza a la derecha</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Down the dip: of the plane, and of traces without a bottom depth.</source>
      <translation>Según el buzamiento: del plano, y de las trazas sin profundidad del borde inferior.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Down the dip; 0 takes the length.</source>
      <translation>Según el buzamiento; 0 toma la longitud.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Each row's patches are by this factor larger than those above, as data resolve less of what lies deeper.</source>
      <translation>Los parches de cada fila son mayores que los de encima en este factor, pues los datos resuelven menos lo más profundo.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Extent of the map</source>
      <translation>Extensión del mapa</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Fault from</source>
      <translation>Falla a partir de</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Fault: mapped trace</source>
      <translation>Falla: traza cartografiada</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Fault: patches (file)</source>
      <translation>Falla: parches (archivo)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Fault: patches (layer)</source>
      <translation>Falla: parches (capa)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Fault: patches: coordinates in FSP and .param files</source>
      <translation>Falla: parches: coordenadas en archivos FSP y .param</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Fault: patches: origin of a Coulomb file</source>
      <translation>Falla: parches: origen de un archivo Coulomb</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Fault: point of a single plane</source>
      <translation>Falla: punto de un plano único</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Faults and their slip. A layer of slip patches, as the slip tools write it: polygons with heights, and fields strike_deg, dip_deg, length_km, width_km, depth_km, slip_m, rake_deg (or strike_slip_m, dip_slip_m) and opening_m.</source>
      <translation>Fallas y su deslizamiento. Una capa de parches de deslizamiento, como la escriben las herramientas de deslizamiento: polígonos con alturas y campos strike_deg, dip_deg, length_km, width_km, depth_km, slip_m, rake_deg (o strike_slip_m, dip_slip_m) y opening_m.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Field: depth (km)</source>
      <translation>Campo: profundidad (km)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Field: depth of the bottom (km)</source>
      <translation>Campo: profundidad del borde inferior (km)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Field: depth of the top (km)</source>
      <translation>Campo: profundidad del borde superior (km)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Fields of the points, and all of the numbers.</source>
      <translation>Campos de los puntos, y todos los valores.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>File of patches or triangles</source>
      <translation>Archivo de parches o triángulos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Forward model of slip</source>
      <translation>Modelo directo del deslizamiento de falla</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Goes with strike, dip, length and width.</source>
      <translation>Va con rumbo, buzamiento, longitud y ancho.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Growth of patches with depth</source>
      <translation>Crecimiento de los parches con la profundidad</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Guessed where empty.</source>
      <translation>Si está vacío, se deduce.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>In place of slip: a point each, with the fields kind (mogi, sphere, spheroid, penny, pcdm, cdm), depth_km and dvolume_m3 (pcdm: dvolume_x_m3, dvolume_y_m3, dvolume_z_m3), or dpressure_mpa of sphere, spheroid and penny. Further fields: radius_m of sphere and penny; semi_major_m, semi_minor_m, trend_deg and plunge_deg of spheroid; omega_x_deg, omega_y_deg, omega_z_deg of pcdm and cdm; semi_x_m, semi_y_m, semi_z_m and opening_m of cdm. The search for faults writes such layers.</source>
      <translation>En lugar del deslizamiento: un punto por fuente, con los campos kind (mogi, sphere, spheroid, penny, pcdm, cdm), depth_km y dvolume_m3 (pcdm: dvolume_x_m3, dvolume_y_m3, dvolume_z_m3), o dpressure_mpa en sphere, spheroid y penny. Otros campos: radius_m de sphere y penny; semi_major_m, semi_minor_m, trend_deg y plunge_deg de spheroid; omega_x_deg, omega_y_deg, omega_z_deg de pcdm y cdm; semi_x_m, semi_y_m, semi_z_m y opening_m de cdm. La búsqueda de fallas escribe capas así.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Largest displacement (mm)</source>
      <translation>Desplazamiento máximo (mm)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Largest subsidence (mm)</source>
      <translation>Subsidencia máxima (mm)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Largest uplift (mm)</source>
      <translation>Levantamiento máximo (mm)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Layer of patches</source>
      <translation>Capa de parches</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Length of a patch (km)</source>
      <translation>Longitud de un parche (km)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Length of the plane (km)</source>
      <translation>Longitud del plano (km)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Letters such as SW, or degrees; guessed where empty (dip_dir ...).</source>
      <translation>Letras como SW, o grados; si está vacío, se deduce (dip_dir ...).</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Lines, each a segment, with dip and depths below or in fields.</source>
      <translation>Líneas, cada una un segmento, con buzamiento y profundidades abajo o en campos.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Longer at both ends by (km)</source>
      <translation>Más larga en ambos extremos en (km)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Maximum towards the satellite (mm)</source>
      <translation>Máximo hacia el satélite (mm)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Minimum towards the satellite (mm)</source>
      <translation>Mínimo hacia el satélite (mm)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Moment magnitude</source>
      <translation>Magnitud de momento</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Numbers (point, strike, dip, size)</source>
      <translation>Números (punto, rumbo, buzamiento, tamaño)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Of a dike or a sill, across the plane.</source>
      <translation>De un dique o un sill, perpendicular al plano.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Of planes of patches.</source>
      <translation>De planos de parches.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Of that slip: 0 left-lateral, 90 reverse, 180 right-lateral, -90 normal.</source>
      <translation>De ese deslizamiento: 0 sinistral, 90 inverso, 180 dextral, -90 normal.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Of the fringes: 0.0555 C-band, 0.236 L-band, 0.031 X-band.</source>
      <translation>De las franjas: 0.0555 banda C, 0.236 banda L, 0.031 banda X.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Of the map, and of points without a depth of their own.</source>
      <translation>Del mapa, y de los puntos sin profundidad propia.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Of the plane at the point, and of traces without a field of it.</source>
      <translation>Del plano en el punto, y de las trazas sin un campo para ello.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Of the plane's point.</source>
      <translation>Del punto del plano.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Of the plane.</source>
      <translation>Del plano.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Of traces, 0 where empty; planes of patches are drawn up to it.</source>
      <translation>De las trazas, 0 si está vacío; los planos de parches se prolongan hacia arriba hasta ella.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Of traces; planes of patches are drawn down to it.</source>
      <translation>De las trazas; los planos de parches se prolongan hacia abajo hasta ella.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>One or several planes, such as the fault that a search has found; patches that fill a plane are joined and cut anew. Slip is not needed. A layer of slip patches, as the slip tools write it: polygons with heights, and fields strike_deg, dip_deg, length_km, width_km, depth_km, slip_m, rake_deg (or strike_slip_m, dip_slip_m) and opening_m.</source>
      <translation>Uno o varios planos, como la falla hallada en una búsqueda; los parches que llenan un plano se unen y se cortan de nuevo. No se necesita deslizamiento. Una capa de parches de deslizamiento, como la escriben las herramientas de deslizamiento: polígonos con alturas y campos strike_deg, dip_deg, length_km, width_km, depth_km, slip_m, rake_deg (o strike_slip_m, dip_slip_m) y opening_m.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Opening of the fault (m)</source>
      <translation>Apertura de la falla (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Phase in radians, positive away from the satellite.</source>
      <translation>Fase en radianes, positiva al alejarse del satélite.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Positive down.</source>
      <translation>Positiva hacia abajo.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Raster with the grid of the map</source>
      <translation>Ráster con la cuadrícula del mapa</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Seen along the way they were drawn, where no direction of dip is in a field.</source>
      <translation>Visto en el sentido en que se dibujaron, si ningún campo indica la dirección de buzamiento.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Seismic moment (N m)</source>
      <translation>Momento sísmico (N m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Six components in MPa, tension positive.</source>
      <translation>Seis componentes en MPa, tracción positiva.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Six components in millionths, extension positive.</source>
      <translation>Seis componentes en millonésimas, extensión positiva.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Slip of the fault (m)</source>
      <translation>Deslizamiento de la falla (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Straighten traces within (km)</source>
      <translation>Enderezar trazas dentro de (km)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Strain</source>
      <translation>Deformación</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Stress</source>
      <translation>Esfuerzo</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Strike of the plane (degrees)</source>
      <translation>Rumbo del plano (grados)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>That of the model where empty.</source>
      <translation>El del modelo si está vacío.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>The same all over a fault that is given.</source>
      <translation>El mismo en toda una falla dada.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>The surroundings of the model where empty.</source>
      <translation>El entorno del modelo si está vacío.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Top edge</source>
      <translation>Borde superior</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Trace (lines, with dip and width)</source>
      <translation>Traza (líneas, con buzamiento y ancho)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Traces are drawn at the</source>
      <translation>Las trazas están dibujadas en</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Traces dip to their</source>
      <translation>Las trazas buzan hacia su</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Triangles below the trace</source>
      <translation>Triángulos bajo la traza</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Two hundred cells along the longer side where empty.</source>
      <translation>Doscientas celdas en el lado largo si está vacío.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Volcanic sources</source>
      <translation>Fuentes volcánicas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Volume change of volcanic sources (m3)</source>
      <translation>Cambio de volumen de las fuentes volcánicas (m3)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>What the point is</source>
      <translation>Qué es el punto</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Where numbers are wanted besides the map, in any CRS.</source>
      <translation>Dónde se quieren valores además del mapa, en cualquier SRC.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Which of the inputs below says where the fault is. trace: lines, with a dip and a lower end; patches: a layer of planes, such as a fault search's; file: .fsp, .param, .inp (a slip model file, under the advanced parameters); numbers: a point, with dip and width, and strike and length (under the advanced ones); auto: the one that is given.</source>
      <translation>Cuál de las entradas siguientes dice dónde está la falla. trace: líneas, con buzamiento y borde inferior; patches: una capa de planos, como la de una búsqueda de fallas; file: .fsp, .param, .inp (un archivo de modelo de deslizamiento, en los parámetros avanzados); numbers: un punto, con buzamiento y ancho, y rumbo y longitud (en los avanzados); auto: la que se haya dado.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Width of a patch (km)</source>
      <translation>Anchura de un parche (km)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Wins over extent, cell and CRS.</source>
      <translation>Prevalece sobre extensión, celda y SRC.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Wrapped fringes</source>
      <translation>Franjas enrolladas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>compound dislocation</source>
      <translation>dislocación compuesta</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>dislocation</source>
      <translation>dislocación</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>elastic</source>
      <translation>elástico</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>half-space</source>
      <translation>semiespacio</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>penny</source>
      <translation>grieta circular</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>reservoir</source>
      <translation>reservorio</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>sill</source>
      <translation>sill</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>strain</source>
      <translation>deformación</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>stress</source>
      <translation>esfuerzo</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/importslipmodel.py" />
      <source>Bottom (km)</source>
      <translation>Borde inferior (km)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/importslipmodel.py" />
      <source>CRS of the layer</source>
      <translation>SRC de la capa</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/importslipmodel.py" />
      <source>Coulomb .inp</source>
      <translation>Coulomb .inp</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/importslipmodel.py" />
      <source>Coulomb .inr</source>
      <translation>Coulomb .inr</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/importslipmodel.py" />
      <source>FSP</source>
      <translation>FSP</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/importslipmodel.py" />
      <source>Finite-source rupture model; coordinates of centres.</source>
      <translation>Modelo de ruptura de fuente finita; coordenadas de los centros.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/importslipmodel.py" />
      <source>For QGIS' 3-D map: depths are shown from the mean height of the ground over the source on. The project takes it as its terrain where it has none, and a metric CRS where it is in degrees, in which QGIS shows no third dimension.</source>
      <translation>Para el mapa 3D de QGIS: las profundidades se muestran desde la altura media del suelo sobre la fuente. El proyecto lo toma como terreno si no tiene ninguno, y un SRC métrico si está en grados, con los que QGIS no muestra la tercera dimensión.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/importslipmodel.py" />
      <source>For moments; that of a Coulomb file where empty, else 30.</source>
      <translation>Para los momentos; el del archivo Coulomb si está vacío; si no, 30.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/importslipmodel.py" />
      <source>For the header of FSP.</source>
      <translation>Para la cabecera de FSP.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/importslipmodel.py" />
      <source>GeoJSON</source>
      <translation>GeoJSON</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/importslipmodel.py" />
      <source>Import and export slip model</source>
      <translation>Importar y exportar modelo de deslizamiento de falla</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/importslipmodel.py" />
      <source>Largest slip (m)</source>
      <translation>Deslizamiento máximo (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/importslipmodel.py" />
      <source>Leaves out those at rest, such as receivers in Coulomb files.</source>
      <translation>Excluye los que están en reposo, como los receptores en archivos Coulomb.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/importslipmodel.py" />
      <source>Mean slip (m)</source>
      <translation>Deslizamiento medio (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/importslipmodel.py" />
      <source>Name of the event</source>
      <translation>Nombre del evento</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/importslipmodel.py" />
      <source>Only patches that slip</source>
      <translation>Solo parches que se deslizan</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/importslipmodel.py" />
      <source>Patches</source>
      <translation>Parches</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/importslipmodel.py" />
      <source>Polygons with heights and the layer's fields.</source>
      <translation>Polígonos con alturas y los campos de la capa.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/importslipmodel.py" />
      <source>Polygons with heights; fields of depth, strike, dip, size, slip, rake and moment.</source>
      <translation>Polígonos con alturas; campos de profundidad, rumbo, buzamiento, tamaño, deslizamiento, rake y momento.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/importslipmodel.py" />
      <source>Rake and net slip, top edges.</source>
      <translation>Rake y deslizamiento neto, bordes superiores.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/importslipmodel.py" />
      <source>Reads an earthquake's slip model and writes it in other formats: a layer of patches in space, GeoJSON, finite-source rupture models (FSP, as SRCMOD and the USGS publish them), and Coulomb's input files with right-lateral and reverse slip (.inp) or rake and net slip (.inr). Takes centres for centres and top edges for top edges, strikes from true north, and slip of the hanging wall, left-lateral and reverse positive; compares the moment with the one in the header. Triangles and opening are refused where a format cannot hold them.</source>
      <translation>Lee el modelo de deslizamiento de un terremoto y lo escribe en otros formatos: una capa de parches en el espacio, GeoJSON, modelos de ruptura de fuente finita (FSP, como los publican SRCMOD y el USGS) y archivos de entrada de Coulomb con deslizamiento dextral e inverso (.inp) o con rake y deslizamiento neto (.inr). Toma los centros como centros y los bordes superiores como bordes superiores, el rumbo desde el norte verdadero y el deslizamiento del bloque de techo, positivo si es sinistral e inverso; compara el momento con el de la cabecera. Los triángulos y la apertura se rechazan si el formato no los admite.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/importslipmodel.py" />
      <source>Right-lateral and reverse slip, top edges.</source>
      <translation>Deslizamiento dextral e inverso, bordes superiores.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/importslipmodel.py" />
      <source>SRCMOD</source>
      <translation>SRCMOD</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/importslipmodel.py" />
      <source>Slip patches</source>
      <translation>Parches de deslizamiento</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/importslipmodel.py" />
      <source>That of the input where empty; longitude and latitude for text formats.</source>
      <translation>El de la entrada si está vacío; longitud y latitud para formatos de texto.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/importslipmodel.py" />
      <source>Top (km)</source>
      <translation>Borde superior (km)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/importslipmodel.py" />
      <source>USGS</source>
      <translation>USGS</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/importslipmodel.py" />
      <source>coulomb</source>
      <translation>coulomb</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/importslipmodel.py" />
      <source>finite fault</source>
      <translation>falla finita</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/importslipmodel.py" />
      <source>inp</source>
      <translation>inp</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>0 for no checkerboard test.</source>
      <translation>0 para no hacer prueba de tablero.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>0 left-lateral, 90 reverse, 180 right-lateral, -90 normal (Aki and Richards).</source>
      <translation>0 sinistral, 90 inverso, 180 dextral, -90 normal (Aki y Richards).</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>60:90:2 for every 2 degrees from 60 to 90, or a list; the fault is turned about its top. Empty for its own dip.</source>
      <translation>60:90:2 para cada 2 grados de 60 a 90, o una lista; la falla se gira en torno a su borde superior. Vacío para su propio buzamiento.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>A ramp a track besides its offset; none for GNSS.</source>
      <translation>Una rampa por trayectoria además de su desfase; ninguna para GNSS.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>As the code of Feng et al. does: values of different dips can then hardly be compared. For comparison with earlier work only.</source>
      <translation>Como hace el código de Feng et al.: los valores de distintos buzamientos apenas se pueden comparar entonces. Solo para comparar con trabajos anteriores.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>By its ending: finite-source model (.fsp), Coulomb's .inp or .inr, or .geojson.</source>
      <translation>Según su extensión: modelo de fuente finita (.fsp), .inp o .inr de Coulomb, o .geojson.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Centroid depth (km)</source>
      <translation>Profundidad del centroide (km)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Centroid x</source>
      <translation>Centroide x</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Centroid y</source>
      <translation>Centroide y</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Checkerboard</source>
      <translation>Tablero</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Choice of dip and smoothing</source>
      <translation>Elección de buzamiento y suavizado</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Corner of the L-curve</source>
      <translation>Esquina de la curva L</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Correlation of data and model</source>
      <translation>Correlación entre datos y modelo</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Data sets for standard errors</source>
      <translation>Juegos de datos para errores estándar</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Depth of the largest slip (km)</source>
      <translation>Profundidad del deslizamiento máximo (km)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Dip between those tried</source>
      <translation>Buzamiento entre los probados</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Dip that was taken (degrees)</source>
      <translation>Buzamiento adoptado (grados)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Dips and smoothings</source>
      <translation>Buzamientos y suavizados</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Dips to try (degrees)</source>
      <translation>Buzamientos que probar (grados)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Displacement of one or more tracks. Points of 'Down-sample displacement': displacement_mm, std_mm, los_east, los_north, los_up and track, with the covariance in tables of the same file.</source>
      <translation>Desplazamiento de una o más trayectorias. Puntos de 'Submuestrear el desplazamiento': displacement_mm, std_mm, los_east, los_north, los_up y track, con la covarianza en tablas del mismo archivo.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Estimate ramps</source>
      <translation>Estimar rampas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Every track weighs the same</source>
      <translation>Todas las pasadas pesan lo mismo</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Factors of squared residuals beside the covariance: T128A: 0.8, T033D: 1. Others are 1.</source>
      <translation>Factores de los residuos al cuadrado además de la covarianza: T128A: 0.8, T033D: 1. Los demás son 1.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Finds how much, and which way, the patches of a fault slipped, from samples of displacement: least squares with the data's covariance, slip kept within bounds and smooth along, across and between segments. Smoothing and dip are chosen from a grid of both. Comes with standard errors, resolution, a checkerboard test, moment and magnitude. Works alike for earthquakes, afterslip and creep. The rock is an elastic half-space; moment is what noise, smoothing, bounds and dip make it, which its error and its interval count together (the dip where several are tried).</source>
      <translation>Busca cuánto y en qué sentido se deslizaron los parches de una falla, a partir de muestras de desplazamiento: mínimos cuadrados con la covarianza de los datos, deslizamiento dentro de cotas y suave a lo largo, a lo ancho y entre segmentos. El suavizado y el buzamiento se eligen en una malla de ambos. Incluye errores estándar, resolución, prueba de tablero, momento y magnitud. Sirve igual para terremotos, postdeslizamiento (afterslip) y reptación (creep). La roca es un semiespacio elástico; el momento es lo que de él hacen el ruido, el suavizado, las cotas y el buzamiento, que su error y su intervalo cuentan juntos (el buzamiento, donde se prueban varios).</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Fixed rake</source>
      <translation>Rake fijo</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Free</source>
      <translation>Libre</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>From the data (range about the best rake)</source>
      <translation>A partir de los datos (intervalo en torno al mejor rake)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Generalised cross-validation (GCV)</source>
      <translation>Validación cruzada generalizada (GCV)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Given weights</source>
      <translation>Pesos dados</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Its standard error (N m)</source>
      <translation>Su error estándar (N m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Its standard error (degrees)</source>
      <translation>Su error estándar (grados)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Larger than the first by less than 180; right-lateral slip is 135 to 225, say.</source>
      <translation>Mayor que el primero en menos de 180; el deslizamiento dextral es, por ejemplo, de 135 a 225.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Mean rake (degrees)</source>
      <translation>Rake medio (grados)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Minimum of misfit and roughness (log)</source>
      <translation>Mínimo de desajuste y rugosidad (log)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Misfit, roughness and criteria of all of them.</source>
      <translation>Desajuste, rugosidad y criterios de todos ellos.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Moment, lower end of the 95 % interval (N m)</source>
      <translation>Momento, extremo inferior del intervalo del 95 % (N m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Moment, upper end of the 95 % interval (N m)</source>
      <translation>Momento, extremo superior del intervalo del 95 % (N m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>No patch slips more; empty or 0: no limit.</source>
      <translation>Ningún parche se desliza más; vacío o 0: sin límite.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Noisy copies of the model's data that are inverted with the same bounds; 0 for none.</source>
      <translation>Copias con ruido de los datos del modelo, invertidas con las mismas cotas; 0 para ninguna.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Of segments that slip another way: 2: 60 120, 3: 80 100 (segments count from 1).</source>
      <translation>De segmentos que se deslizan en otro sentido: 2: 60 120, 3: 80 100 (los segmentos se cuentan desde 1).</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Of the noise; the same seed gives the same numbers.</source>
      <translation>Del ruido; la misma semilla da los mismos números.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>One, a list, or 0.1:10:12 for 12 from 0.1 to 10; the larger the smoother. Empty for 12 about the place where data and roughness weigh the same.</source>
      <translation>Uno, una lista, o 0.1:10:12 para 12 de 0.1 a 10; cuanto mayor, más suave. Vacío para 12 en torno al punto en que datos y rugosidad pesan lo mismo.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Patches at the largest slip</source>
      <translation>Parches con el deslizamiento máximo</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Patches with heights: slip, rake, its standard error, bias and resolution.</source>
      <translation>Parches con alturas: deslizamiento, rake, su error estándar, sesgo y resolución.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>RMS of residuals (mm)</source>
      <translation>RMS de los residuos (mm)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Rake</source>
      <translation>Rake</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Rake from (degrees)</source>
      <translation>Rake desde (grados)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Rake to (degrees)</source>
      <translation>Rake hasta (grados)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Rakes by segment</source>
      <translation>Rakes por segmento</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Range of rakes</source>
      <translation>Intervalo de rakes</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Scale within each dip</source>
      <translation>Escalar dentro de cada buzamiento</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Segments that get these dips</source>
      <translation>Segmentos que reciben estos buzamientos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Slip</source>
      <translation>Deslizamiento</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Slip at the bottom edge</source>
      <translation>Deslizamiento en el borde inferior</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Slip at the ends</source>
      <translation>Deslizamiento en los extremos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Slip at the top edge</source>
      <translation>Deslizamiento en el borde superior</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Slip in another format</source>
      <translation>Deslizamiento en otro formato</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Slip inversion</source>
      <translation>Inversión del deslizamiento de falla</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Slip, fit by track, L-curve, dip and smoothing.</source>
      <translation>Deslizamiento, ajuste por trayectoria, curva L, buzamiento y suavizado.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Smoothing factors</source>
      <translation>Factores de suavizado</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Squares of the checkerboard (km)</source>
      <translation>Cuadros del tablero (km)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Such as 1, 3; empty for all. Dips of several segments are found one after another.</source>
      <translation>Por ejemplo 1, 3; vacío para todos. Los buzamientos de varios segmentos se buscan uno tras otro.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>The samples with modelled_mm, residual_mm and offset_mm (offset and ramp).</source>
      <translation>Las muestras con modelled_mm, residual_mm y offset_mm (desfase y rampa).</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Turn the fault about</source>
      <translation>Girar la falla en torno a</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Variance components</source>
      <translation>Componentes de varianza</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Variance reduction (%)</source>
      <translation>Reducción de varianza (%)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Weights of the tracks</source>
      <translation>Pesos de las trayectorias</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>What comes back of it, with input_slip_m and error_m.</source>
      <translation>Lo que se recupera de él, con input_slip_m y error_m.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Zero slip</source>
      <translation>Deslizamiento nulo</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>auto: within 45 degrees of the mean rake of an inversion without bounds; range: between the two rakes below; fixed: the first of them; free: any way, also backwards.</source>
      <translation>auto: a menos de 45 grados del rake medio de una inversión sin cotas; range: entre los dos rakes de abajo; fixed: el primero de ellos; free: en cualquier sentido, también hacia atrás.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>distributed</source>
      <translation>distribuido</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>free or zero.</source>
      <translation>free o zero.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>free: may reach it; zero: falls to nought there.</source>
      <translation>free: puede alcanzarlo; zero: allí se reduce a cero.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>given: those below; variance: from the residuals and degrees of freedom (variance components); equal: so that all tracks' residuals weigh the same.</source>
      <translation>given: los de abajo; variance: según los residuos y los grados de libertad (componentes de varianza); equal: de modo que los residuos de todas las trayectorias pesen lo mismo.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>log_sum: misfit plus roughness, both scaled over the grid (Feng et al.); l_curve: the corner; gcv: cross-validation, which takes the data's covariance at its word.</source>
      <translation>log_sum: desajuste más rugosidad, ambos escalados en la malla (Feng et al.); l_curve: la esquina; gcv: validación cruzada, que toma al pie de la letra la covarianza de los datos.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>moment</source>
      <translation>momento</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>rake</source>
      <translation>rake</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>top: the top edge of its patches; surface: the line where it would reach the surface.</source>
      <translation>top: el borde superior de sus parches; surface: la línea en que alcanzaría la superficie.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/gradientstack.py" />
      <source>A pair counts at a pixel where the gradients of its window agree at least so well, 0 (at random) to 1.</source>
      <translation>Un par cuenta en un píxel donde los gradientes de su ventana concuerdan al menos así de bien, de 0 (al azar) a 1.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/gradientstack.py" />
      <source>Agreement</source>
      <translation>Concordancia</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/gradientstack.py" />
      <source>Area of the candidates (km2)</source>
      <translation>Superficie de las candidatas (km2)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/gradientstack.py" />
      <source>Averages the phase gradients of many short pairs into a rate of displacement by kilometre, east and north, with its standard deviation. Takes wrapped phase, so nothing has to be unwrapped; what moves by itself, such as a slow slide, stands out by its rim, and slow changes from end to end of a scene (orbits, most of the atmosphere) fade. Candidates of slow slides come as polygons with rate, size and quality.</source>
      <translation>Promedia los gradientes de fase de muchos pares cortos en una velocidad de desplazamiento por kilómetro, hacia el este y el norte, con su desviación estándar. Toma la fase enrollada, de modo que no hay que desenrollar nada; lo que se mueve por sí solo, como un deslizamiento lento, destaca por su borde, y los cambios suaves de un extremo a otro de la escena (órbitas, la mayor parte de la atmósfera) se atenúan. Las candidatas a deslizamientos lentos salen como polígonos con velocidad, tamaño y calidad.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/gradientstack.py" />
      <source>Candidates are then looked for on slopes only. Heights in metres, any CRS and grid.</source>
      <translation>Las candidatas se buscan entonces solo en laderas. Alturas en metros, cualquier SRC y cuadrícula.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/gradientstack.py" />
      <source>Candidates exceed the scene's noise by so many times.</source>
      <translation>Las candidatas superan el ruido de la escena tantas veces.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/gradientstack.py" />
      <source>Candidates of slow slides</source>
      <translation>Candidatas a deslizamientos lentos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/gradientstack.py" />
      <source>Columns and rows</source>
      <translation>Columnas y filas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/gradientstack.py" />
      <source>Diagonals too</source>
      <translation>También diagonales</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/gradientstack.py" />
      <source>Directions</source>
      <translation>Direcciones</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/gradientstack.py" />
      <source>Displacement towards the satellite by kilometre and year along two or four directions, and its standard deviations.</source>
      <translation>Desplazamiento hacia el satélite por kilómetro y año en dos o cuatro direcciones, y sus desviaciones estándar.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/gradientstack.py" />
      <source>Gradient over its standard deviation; noise alone has a median of 1.2.</source>
      <translation>Gradiente dividido por su desviación estándar; el ruido solo tiene una mediana de 1,2.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/gradientstack.py" />
      <source>Gradients and strain</source>
      <translation>Gradientes y deformación</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/gradientstack.py" />
      <source>Gradients are averaged over a square of this side, three pixels at least. Smaller than the border of a slide is wide; some kilometres for a fault.</source>
      <translation>Los gradientes se promedian en un cuadrado de este lado, tres píxeles como mínimo. Menor que la anchura del borde de un deslizamiento; algunos kilómetros para una falla.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/gradientstack.py" />
      <source>Largest gradient (mm/yr/km)</source>
      <translation>Mayor gradiente (mm/año/km)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/gradientstack.py" />
      <source>Least agreement</source>
      <translation>Concordancia mínima</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/gradientstack.py" />
      <source>Least detection ratio of a slide</source>
      <translation>Razón de detección mínima de un deslizamiento</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/gradientstack.py" />
      <source>Least slope (degrees)</source>
      <translation>Pendiente mínima (grados)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/gradientstack.py" />
      <source>Longer pairs are left out: they decorrelate, and their gradients are steeper.</source>
      <translation>Los pares más largos se omiten: se decorrelacionan y sus gradientes son más fuertes.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/gradientstack.py" />
      <source>Longest pair (days)</source>
      <translation>Par más largo (días)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/gradientstack.py" />
      <source>Mean over a candidate; with an elevation model.</source>
      <translation>Media sobre una candidata; con un modelo de elevación.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/gradientstack.py" />
      <source>Median standard deviation (mm/yr/km)</source>
      <translation>Mediana de la desviación estándar (mm/año/km)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/gradientstack.py" />
      <source>Noise of the scene over the standard deviations</source>
      <translation>Ruido de la escena dividido por las desviaciones estándar</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/gradientstack.py" />
      <source>Of the gradients. Size and candidates come from columns and rows.</source>
      <translation>De los gradientes. La magnitud y las candidatas proceden de columnas y filas.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/gradientstack.py" />
      <source>Of what exceeds it; a window at least.</source>
      <translation>De lo que la supera; una ventana como mínimo.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/gradientstack.py" />
      <source>Phase-gradient stack</source>
      <translation>Apilado de gradientes de fase</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/gradientstack.py" />
      <source>Polygons with mean rate, area, detection ratio, quality: for 'Update a landslide inventory'.</source>
      <translation>Polígonos con velocidad media, superficie, razón de detección y calidad: para «Actualizar un inventario de deslizamientos».</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/gradientstack.py" />
      <source>Rate of phase gradient</source>
      <translation>Velocidad del gradiente de fase</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/gradientstack.py" />
      <source>Share of aliased gradients</source>
      <translation>Proporción de gradientes con aliasing</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/gradientstack.py" />
      <source>Share of the gradients above half of what can be told, pi/2 a pixel.</source>
      <translation>Proporción de los gradientes por encima de la mitad de lo distinguible, pi/2 por píxel.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/gradientstack.py" />
      <source>Size of the gradient</source>
      <translation>Magnitud del gradiente</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/gradientstack.py" />
      <source>Smallest slide (m2)</source>
      <translation>Deslizamiento más pequeño (m2)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/gradientstack.py" />
      <source>Window (columns)</source>
      <translation>Ventana (columnas)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/gradientstack.py" />
      <source>Window (m)</source>
      <translation>Ventana (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/gradientstack.py" />
      <source>Window (rows)</source>
      <translation>Ventana (filas)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/gradientstack.py" />
      <source>Wrapped or unwrapped, in MintPy's layout: of 'Import interferogram stack', 'Distributed scatterers' or 'Unwrap'. Where both are there, the wrapped phase is taken.</source>
      <translation>Enrollada o desenrollada, en el formato de MintPy: de «Importar pila de interferogramas», «Dispersores distribuidos» o «Desenrollar». Donde están ambas, se toma la fase enrollada.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/gradientstack.py" />
      <source>agreement: by how well the gradients of a window agree in a pair, squared; uniform: all alike.</source>
      <translation>agreement: según lo bien que concuerdan los gradientes de una ventana en un par, al cuadrado; uniform: todos igual.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/gradientstack.py" />
      <source>gradient</source>
      <translation>gradiente</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/gradientstack.py" />
      <source>mm a year and kilometre, and its standard deviation.</source>
      <translation>mm por año y kilómetro, y su desviación estándar.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/gradientstack.py" />
      <source>slow slide</source>
      <translation>deslizamiento lento</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/gradientstack.py" />
      <source>wrapped</source>
      <translation>enrollada</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/lineaments.py" />
      <source>As MintPy, ISCE, HyP3 and LiCSAR have it: away is negative in displacement.</source>
      <translation>Como MintPy, ISCE, HyP3 y LiCSAR: alejarse es negativo en el desplazamiento.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/lineaments.py" />
      <source>C-band of Sentinel-1: 0.0555, L-band: 0.24.</source>
      <translation>Banda C de Sentinel-1: 0,0555; banda L: 0,24.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/lineaments.py" />
      <source>Empty for 15 pixels.</source>
      <translation>Vacío: 15 píxeles.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/lineaments.py" />
      <source>Finds lines across which the phase of an interferogram steps, such as the small fractures that an earthquake triggers: by directional filters that smooth deformation does not reach, however dense its fringes, at a stated rate of false alarms. Lines with length, strike, offset and its standard deviation; no unwrapping is needed.</source>
      <translation>Halla líneas a través de las cuales salta la fase de un interferograma, como las pequeñas fracturas que provoca un terremoto: con filtros direccionales a los que no llega la deformación suave, por densas que sean sus franjas, con una tasa declarada de falsas alarmas. Líneas con longitud, rumbo, salto y su desviación estándar; no hace falta desenrollar.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/lineaments.py" />
      <source>Fractures in an interferogram</source>
      <translation>Fracturas en un interferograma</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/lineaments.py" />
      <source>Largest offset (mm)</source>
      <translation>Mayor salto (mm)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/lineaments.py" />
      <source>Least length (m)</source>
      <translation>Longitud mínima (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/lineaments.py" />
      <source>Least noise (rad)</source>
      <translation>Ruido mínimo (rad)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/lineaments.py" />
      <source>Length of all (km)</source>
      <translation>Longitud total (km)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/lineaments.py" />
      <source>Length, strike, offset along the line of sight (the side to the right of the strike less that to the left) with its standard deviation, the strain across that pixels can resolve, and the score.</source>
      <translation>Longitud, rumbo, salto en la línea de vista (el lado a la derecha del rumbo menos el de la izquierda) con su desviación estándar, la deformación a través que los píxeles resuelven y la puntuación.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/lineaments.py" />
      <source>Less is not believed: a filtered interferogram shows hardly any, and its neighbours err alike.</source>
      <translation>Menos no se cree: un interferograma filtrado apenas lo muestra, y sus vecinos yerran igual.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/lineaments.py" />
      <source>Lineaments</source>
      <translation>Lineamientos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/lineaments.py" />
      <source>Lines that noise alone makes in a scene, on the average, all places and directions counted.</source>
      <translation>Líneas que el ruido solo produce en una escena, en promedio, contados todos los lugares y direcciones.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/lineaments.py" />
      <source>Noise of the phase (rad)</source>
      <translation>Ruido de la fase (rad)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/lineaments.py" />
      <source>On the same grid.</source>
      <translation>En la misma malla.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/lineaments.py" />
      <source>Phase in radians, wrapped or unwrapped, or displacement along the line of sight; one that spans the earthquake closely shows its fractures best.</source>
      <translation>Fase en radianes, enrollada o desenrollada, o desplazamiento en la línea de vista; el que abarca de cerca el terremoto muestra mejor sus fracturas.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/lineaments.py" />
      <source>Pixels below are left out.</source>
      <translation>Se excluyen los píxeles por debajo.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/lineaments.py" />
      <source>Score</source>
      <translation>Puntuación</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/lineaments.py" />
      <source>Score that a line needs</source>
      <translation>Puntuación que necesita una línea</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/lineaments.py" />
      <source>Step through every pixel by its standard deviation.</source>
      <translation>Salto en cada píxel entre su desviación estándar.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/lineaments.py" />
      <source>The raster's own goes first.</source>
      <translation>La propia del ráster va primero.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/lineaments.py" />
      <source>What it holds</source>
      <translation>Qué contiene</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/lineaments.py" />
      <source>fracture</source>
      <translation>fractura</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/lineaments.py" />
      <source>lineament</source>
      <translation>lineamiento</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/lineaments.py" />
      <source>phase gradient</source>
      <translation>gradiente de fase</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/lineaments.py" />
      <source>surface rupture</source>
      <translation>ruptura superficial</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/lineaments.py" />
      <source>wrapped: whole cycles do not count, so offsets beyond a quarter of the wavelength show as smaller ones. Unwrapped phase may be taken as wrapped, too: its errors then make no lines.</source>
      <translation>wrapped: los ciclos enteros no cuentan, así que los saltos de más de un cuarto de la longitud de onda aparecen como menores. La fase desenrollada también puede tomarse como enrollada: sus errores no dan entonces líneas.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/shearstrain.py" />
      <source>About; faults are cut evenly.</source>
      <translation>Aproximada; las fallas se cortan en partes iguales.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/shearstrain.py" />
      <source>Across a fault on either side; empty for 20 km, or five windows.</source>
      <translation>A cada lado de la falla; vacío: 20 km o cinco ventanas.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/shearstrain.py" />
      <source>Both orbits look to the left of their flight.</source>
      <translation>Ambas órbitas miran a la izquierda de su vuelo.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/shearstrain.py" />
      <source>Correlation length of the noise (m)</source>
      <translation>Longitud de correlación del ruido (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/shearstrain.py" />
      <source>Creep within (m)</source>
      <translation>Reptación a menos de (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/shearstrain.py" />
      <source>Creeping segments</source>
      <translation>Segmentos con reptación</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/shearstrain.py" />
      <source>Half length of the profiles (m)</source>
      <translation>Semilongitud de los perfiles (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/shearstrain.py" />
      <source>Half width of creep (m)</source>
      <translation>Semianchura de la reptación (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/shearstrain.py" />
      <source>Half widths at half maximum of peaks that count as creep, at most; at least what the window makes of a step. A fault that is locked to a smaller depth counts as creeping.</source>
      <translation>Semianchura a media altura, como máximo, de los picos que cuentan como reptación; al menos la que la ventana da a un salto. Una falla bloqueada hasta menor profundidad cuenta como falla con reptación.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/shearstrain.py" />
      <source>In the frame of the nearest segment, right-lateral positive; second band: standard deviation.</source>
      <translation>En el sistema del segmento más cercano, dextral positiva; segunda banda: desviación estándar.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/shearstrain.py" />
      <source>Largest rate of surface creep (mm/yr)</source>
      <translation>Mayor velocidad de reptación superficial (mm/yr)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/shearstrain.py" />
      <source>Least look along the fault</source>
      <translation>Mínimo de la mirada a lo largo de la falla</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/shearstrain.py" />
      <source>Length of a segment (m)</source>
      <translation>Longitud de un segmento (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/shearstrain.py" />
      <source>Length of creeping segments (km)</source>
      <translation>Longitud de los segmentos con reptación (km)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/shearstrain.py" />
      <source>Locked segments</source>
      <translation>Segmentos bloqueados</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/shearstrain.py" />
      <source>Map of rates along the line of sight (mm/yr, positive towards the satellite), or the gradients of 'Phase-gradient stack' in map coordinates.</source>
      <translation>Mapa de velocidades en la línea de vista (mm/yr, positivas hacia el satélite), o los gradientes de «Apilado de gradientes de fase» en coordenadas de mapa.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/shearstrain.py" />
      <source>Mean profiles across the faults and creep along them, with standard deviations.</source>
      <translation>Perfiles medios a través de las fallas y reptación a lo largo de ellas, con desviaciones estándar.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/shearstrain.py" />
      <source>Median shear at the traces (nstrain/yr)</source>
      <translation>Mediana de la cizalla en las trazas (nstrain/yr)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/shearstrain.py" />
      <source>Noise over the standard deviations</source>
      <translation>Ruido entre las desviaciones estándar</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/shearstrain.py" />
      <source>Of both orbits.</source>
      <translation>De ambas órbitas.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/shearstrain.py" />
      <source>Of rates: errors of pixels are alike over about this distance. 0: they are independent.</source>
      <translation>De las velocidades: los errores de los píxeles se parecen hasta más o menos esta distancia. 0: son independientes.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/shearstrain.py" />
      <source>Of rates: the plane whose slope is the gradient is laid through so much ground; empty for 2 km, or seven pixels. Of gradients: what they were averaged over, where they do not tell. Shear is averaged over it.</source>
      <translation>De velocidades: el plano cuya pendiente es el gradiente se ajusta a este tramo de terreno; vacío: 2 km o siete píxeles. De gradientes: sobre qué se promediaron, si no lo indican. La cizalla se promedia sobre ella.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/shearstrain.py" />
      <source>Of the trace: faults are mapped so exactly.</source>
      <translation>De la traza: con esta exactitud están cartografiadas las fallas.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/shearstrain.py" />
      <source>On their grid; without it the misfit of the planes tells the errors.</source>
      <translation>En su misma malla; sin ella, el desajuste de los planos indica los errores.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/shearstrain.py" />
      <source>Profiles (HTML)</source>
      <translation>Perfiles (HTML)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/shearstrain.py" />
      <source>Rates are positive away from the satellite</source>
      <translation>Las velocidades son positivas al alejarse del satélite</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/shearstrain.py" />
      <source>Rates or gradients</source>
      <translation>Velocidades o gradientes</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/shearstrain.py" />
      <source>Rates or gradients of the second orbit</source>
      <translation>Velocidades o gradientes de la segunda órbita</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/shearstrain.py" />
      <source>Segments</source>
      <translation>Segmentos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/shearstrain.py" />
      <source>Segments that noise alone makes creep in a whole scene, on the average.</source>
      <translation>Segmentos en los que el ruido solo produce reptación en toda una escena, en promedio.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/shearstrain.py" />
      <source>Segments with a result</source>
      <translation>Segmentos con resultado</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/shearstrain.py" />
      <source>Shear</source>
      <translation>Cizalla</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/shearstrain.py" />
      <source>Shear across faults</source>
      <translation>Cizalla a través de fallas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/shearstrain.py" />
      <source>Shear rate across mapped faults from maps of line-of-sight rates or phase-gradient stacks of one or two orbits, masked where the look vector has no part along the fault: for every segment the shear at the trace with its standard deviation, the peak, its width, the rate of surface creep, and whether it creeps or is locked, at a stated rate of false alarms that is checked away from the faults. Right-lateral is positive.</source>
      <translation>Velocidad de cizalla a través de fallas cartografiadas, a partir de mapas de velocidad en la línea de vista o de apilados de gradientes de fase de una o dos órbitas, con máscara donde el vector de mirada no tiene componente a lo largo de la falla: para cada segmento, la cizalla en la traza con su desviación estándar, el pico, su anchura, la velocidad de reptación superficial y si tiene reptación o está bloqueado, con una tasa declarada de falsas alarmas que se comprueba lejos de las fallas. Dextral es positivo.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/shearstrain.py" />
      <source>Significance that creep needs</source>
      <translation>Significación que necesita la reptación</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/shearstrain.py" />
      <source>Standard deviation of the rates</source>
      <translation>Desviación estándar de las velocidades</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/shearstrain.py" />
      <source>Standard deviation of the rates of the second orbit</source>
      <translation>Desviación estándar de las velocidades de la segunda órbita</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/shearstrain.py" />
      <source>Strike, shear at the trace (right-lateral positive) with its standard deviation, the peak, its distance and half width, the rate of surface creep, and whether it creeps.</source>
      <translation>Rumbo, cizalla en la traza (dextral positiva) con su desviación estándar, el pico, su distancia y semianchura, la velocidad de reptación superficial y si tiene reptación.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/shearstrain.py" />
      <source>Where the component of the look vector along a fault is smaller, its shear is not seen. Sentinel-1 has 0.6 on faults to the east and 0.1 on those to the north.</source>
      <translation>Donde la componente del vector de mirada a lo largo de una falla es menor, su cizalla no se ve. Sentinel-1 tiene 0,6 en fallas hacia el este y 0,1 en las que van hacia el norte.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/shearstrain.py" />
      <source>aseismic</source>
      <translation>asísmico</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/shearstrain.py" />
      <source>creep</source>
      <translation>creep</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/shearstrain.py" />
      <source>interseismic</source>
      <translation>intersísmico</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/shearstrain.py" />
      <source>locking</source>
      <translation>bloqueo</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>A raster's own unit goes first. Of displacements the strain is told in microstrain, of rates in nanostrain a year.</source>
      <translation>La unidad propia del ráster va primero. La deformación de desplazamientos se da en microdeformaciones; la de velocidades, en nanodeformaciones por año.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>About the vertical, anticlockwise positive; second band: standard deviation.</source>
      <translation>Alrededor de la vertical, positiva en sentido antihorario; segunda banda: desviación estándar.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>Bands: east-east, east-north, north-north, principal strains, azimuth of the first one, and the standard deviations of all.</source>
      <translation>Bandas: este-este, este-norte, norte-norte, deformaciones principales, acimut de la primera y las desviaciones estándar de todas.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>Cells from axis to axis</source>
      <translation>Celdas de un eje a otro</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>Centimetres a year (cm/yr)</source>
      <translation>Centímetros por año (cm/año)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>Change of area, growing is positive; second band: standard deviation.</source>
      <translation>Cambio de área, positivo al crecer; segunda banda: desviación estándar.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>Dilatation</source>
      <translation>Dilatación</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>Empty for about 40 across.</source>
      <translation>Vacío: unas 40 a lo ancho.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>Field: correlation of east and north</source>
      <translation>Campo: correlación de este y norte</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>Field: east</source>
      <translation>Campo: este</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>Field: north</source>
      <translation>Campo: norte</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>Field: standard deviation east</source>
      <translation>Campo: desviación estándar este</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>Field: standard deviation north</source>
      <translation>Campo: desviación estándar norte</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>HDF5 of 'Time series in three dimensions', instead of rasters.</source>
      <translation>HDF5 de 'Series temporales en tres dimensiones', en vez de rásteres.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>Half of the difference of the principal strains; second band: standard deviation.</source>
      <translation>Mitad de la diferencia de las deformaciones principales; segunda banda: desviación estándar.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>Largest maximum shear</source>
      <translation>Mayor cizalla máxima</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>Maximum shear</source>
      <translation>Cizalla máxima</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>Median of the dilatation</source>
      <translation>Mediana de la dilatación</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>Median of the maximum shear</source>
      <translation>Mediana de la cizalla máxima</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>Median of the rotation</source>
      <translation>Mediana de la rotación</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>Median standard deviation of the shear</source>
      <translation>Mediana de la desviación estándar de la cizalla</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>Metres a year (m/yr)</source>
      <translation>Metros por año (m/año)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>Millimetres a year (mm/yr)</source>
      <translation>Milímetros por año (mm/año)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>Motion to the east</source>
      <translation>Movimiento hacia el este</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>Motion to the north</source>
      <translation>Movimiento hacia el norte</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>Of rasters: errors of pixels are alike over about this distance, as those of the atmosphere are; standard deviations grow. 0: they are independent.</source>
      <translation>De rásteres: los errores de los píxeles se parecen a lo largo de esta distancia, como los de la atmósfera; las desviaciones estándar crecen. 0: son independientes.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>Of rasters: side of the neighbourhood whose plane gives the gradient, four standard deviations of its Gaussian weights; empty for 21 pixels. What is narrower is smoothed.</source>
      <translation>De rásteres: lado de la vecindad cuyo plano da el gradiente, cuatro desviaciones estándar de sus pesos gaussianos; vacío: 21 píxeles. Lo más estrecho se suaviza.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>Of series.</source>
      <translation>De series.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>Of series: with the last one, the displacement between both instead of the rate. YYYY-MM-DD.</source>
      <translation>De series: con la última, el desplazamiento entre ambas en vez de la velocidad. AAAA-MM-DD.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>Of the maps from stations; empty for about 80 across.</source>
      <translation>De los mapas a partir de estaciones; vacío: unas 80 a lo ancho.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>Pixels or cells with strain</source>
      <translation>Píxeles o celdas con deformación</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>Points with the motion of GNSS stations as fields, instead of rasters.</source>
      <translation>Puntos con el movimiento de estaciones GNSS como campos, en vez de rásteres.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>Points with the principal strains, drawn as pairs of arrows: outward for extension, inward for contraction.</source>
      <translation>Puntos con las deformaciones principales, dibujadas como pares de flechas: hacia fuera la extensión, hacia dentro la contracción.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>Principal axes</source>
      <translation>Ejes principales</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>Raster of velocity or displacement to the true east; one with both, and their standard deviations, as bands named east, north, east_std, north_std (or in this order).</source>
      <translation>Ráster de velocidad o desplazamiento hacia el este verdadero; uno con ambos y sus desviaciones estándar, con bandas llamadas east, north, east_std, north_std (o en este orden).</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>Root of the sum of squares of all components of the strain; second band: standard deviation.</source>
      <translation>Raíz de la suma de los cuadrados de todas las componentes de la deformación; segunda banda: desviación estándar.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>Rotation</source>
      <translation>Rotación</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>Second invariant</source>
      <translation>Segundo invariante</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>Smoothing distance of stations (m)</source>
      <translation>Distancia de suavizado de las estaciones (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>Standard deviation of the motion to the east</source>
      <translation>Desviación estándar del movimiento hacia el este</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>Standard deviation of the motion to the north</source>
      <translation>Desviación estándar del movimiento hacia el norte</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>Stations</source>
      <translation>Estaciones</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>Stations that are enough</source>
      <translation>Estaciones que bastan</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>Strain and rotation</source>
      <translation>Deformación y rotación</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>Strain tensor</source>
      <translation>Tensor de deformación</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>Sum of the weights at a place.</source>
      <translation>Suma de los pesos en un lugar.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>Table of stations</source>
      <translation>Tabla de estaciones</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>Takes horizontal motion apart into strain and rotation: dilatation, maximum shear, principal axes as arrows, rotation about the vertical, each with its standard deviation. From rasters of east and north, from series of them, or from GNSS stations. The turning of a plate about its pole is taken out on the ellipsoid, so that it is no strain over any distance.</source>
      <translation>Descompone el movimiento horizontal en deformación y rotación: dilatación, cizalla máxima, ejes principales como flechas, rotación alrededor de la vertical, cada una con su desviación estándar. A partir de rásteres de este y norte, de sus series o de estaciones GNSS. El giro de una placa alrededor de su polo se quita sobre el elipsoide, de modo que no es deformación a ninguna distancia.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>Text: longitude, latitude, east, north and more, as of GAMIT/GLOBK (.vel) or GMT's psvelo, or with a header.</source>
      <translation>Texto: longitud, latitud, este, norte y más, como los de GAMIT/GLOBK (.vel) o psvelo de GMT, o con encabezado.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>Unit of the motion</source>
      <translation>Unidad del movimiento</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>Weights fall as exp(-(d/distance)^2). Empty: at each place so far that the weights sum up to 'Stations that are enough'.</source>
      <translation>Los pesos caen como exp(-(d/distancia)^2). Vacío: en cada lugar tan lejos que los pesos sumen 'Estaciones que bastan'.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>Where empty: by its name.</source>
      <translation>Si está vacío: por su nombre.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>Without them the misfit of the planes tells the errors.</source>
      <translation>Sin ellas, el desajuste de los planos da los errores.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>dilatation</source>
      <translation>dilatación</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>principal axes</source>
      <translation>ejes principales</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>rotation</source>
      <translation>rotación</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>shear</source>
      <translation>cizalla</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>strain rate</source>
      <translation>tasa de deformación</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>velocity gradient</source>
      <translation>gradiente de velocidad</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>0 left-lateral, 90 reverse, 180 right-lateral, -90 normal.</source>
      <translation>0 sinistral, 90 inverso, 180 dextral, -90 normal.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>A 150th of the line where empty.</source>
      <translation>Si está vacío, la longitud de la línea dividida entre 150.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>A section is made below every line.</source>
      <translation>Se crea una sección bajo cada línea.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>Azimuth of the maximum horizontal compression (degrees)</source>
      <translation>Acimut de la compresión horizontal máxima (grados)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>Bands: MPa, and its depth in km.</source>
      <translation>Bandas: MPa, y su profundidad en km.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>Bottom of sections (km)</source>
      <translation>Límite inferior de las secciones (km)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>Cell of sections (km)</source>
      <translation>Celda de las secciones (km)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>Cells in profile: x along the line and y up in metres, lines side by side, with their map coordinates as fields x and y.</source>
      <translation>Celdas en perfil: x a lo largo de la línea e y hacia arriba en metros, líneas una junto a otra, con sus coordenadas de mapa en los campos x e y.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>Clockwise from true north; the plane dips to its right.</source>
      <translation>En sentido horario desde el norte verdadero; el plano buza a su derecha.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>Computes how an earthquake (a slip model) or a volcano (volcanic sources) changed the Coulomb failure stress around it: on receivers of one strike, dip and rake, or on the planes that the regional stress and its change would break first; at one or many depths, with the largest change over depth, and along sections. Positive values bring faults nearer to failure. The ground is an elastic half-space without topography; numbers within about a patch of the rupture say where patches end, not what the ground does.</source>
      <translation>Calcula cómo un terremoto (un modelo de deslizamiento) o un volcán (fuentes volcánicas) cambió el esfuerzo de rotura de Coulomb a su alrededor: en receptores de un rumbo, buzamiento y rake, o en los planos que el esfuerzo regional y su cambio romperían primero; a una o muchas profundidades, con el mayor cambio en profundidad, y a lo largo de secciones. Los valores positivos acercan las fallas a la rotura. El terreno es un semiespacio elástico sin topografía; a una distancia de la ruptura del orden de un parche, los valores reflejan dónde terminan los parches, no el comportamiento del terreno.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>Coulomb stress change</source>
      <translation>Cambio de esfuerzo de Coulomb</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>Depth.</source>
      <translation>Profundidad.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>Depths (km)</source>
      <translation>Profundidades (km)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>Dip of fixed receivers (degrees)</source>
      <translation>Buzamiento de los receptores fijos (grados)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>Dip of sections (degrees)</source>
      <translation>Buzamiento de las secciones (grados)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>Effective, which has the pore pressure in it, unless Skempton's coefficient is given.</source>
      <translation>Efectiva, con la presión de poros ya incluida, salvo que se dé el coeficiente de Skempton.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>For optimal planes, as the World Stress Map gives it.</source>
      <translation>Para planos óptimos, como lo da el World Stress Map.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>For optimal planes.</source>
      <translation>Para planos óptimos.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>Friction</source>
      <translation>Fricción</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>From the horizontal.</source>
      <translation>Desde la horizontal.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>From the minimum (0) to the maximum (1).</source>
      <translation>Del mínimo (0) al máximo (1).</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>Given strike, dip and rake</source>
      <translation>Rumbo, buzamiento y rake dados</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>In place of azimuth and regime: one tensor, or a selected one, as stresstensor writes it. Its size is that of the differential stress above.</source>
      <translation>En lugar del azimut y el régimen: un tensor, o uno seleccionado, como lo escribe stresstensor. Su tamaño es el del esfuerzo diferencial de arriba.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>In place of azimuth and regime: three rows, at right angles to each other; plunge downwards, compression positive, with its growth by depth (Coulomb's S1DR to S3GD).</source>
      <translation>En lugar de acimut y régimen: tres filas, perpendiculares entre sí; inmersión hacia abajo, compresión positiva, con su incremento con la profundidad (de S1DR a S3GD de Coulomb).</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>Largest change away from the slip (MPa)</source>
      <translation>Mayor cambio lejos del deslizamiento (MPa)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>Largest change over depth</source>
      <translation>Mayor cambio en profundidad</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>Layer of the regional stress</source>
      <translation>Capa del esfuerzo regional</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>Lines of sections</source>
      <translation>Líneas de las secciones</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>Lowered by 0.01 MPa at any depth (km2)</source>
      <translation>Reducido en 0.01 MPa a cualquier profundidad (km2)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>Lowest change away from the slip (MPa)</source>
      <translation>Menor cambio lejos del deslizamiento (MPa)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>MPa, a band a depth; red is nearer to failure.</source>
      <translation>MPa, una banda por profundidad; rojo es más cerca de la rotura.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>MPa, by depth: shear in the direction of the rake, normal positive where unclamped, and pore pressure where Skempton's coefficient is given. On optimal planes those of the first one.</source>
      <translation>MPa, por profundidad: cizalla en la dirección del rake, normal, positivo donde la falla se libera (unclamping), y, si se da el coeficiente de Skempton, presión de poros. En planos óptimos, los del primero.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>Maximum minus minimum compression: the smaller, the more the earthquake turns the planes near it. About the stress drop to ten times it.</source>
      <translation>Compresión máxima menos mínima: cuanto menor es, más gira el terremoto los planos cercanos. De una a diez veces la caída de esfuerzo, aproximadamente.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>Middle principal stress</source>
      <translation>Esfuerzo principal intermedio</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>Normal</source>
      <translation>Normal</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>Numbers missing on patches' edges</source>
      <translation>Valores ausentes en los bordes de los parches</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>One or several, with commas between.</source>
      <translation>Una o varias, separadas por comas.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>Optimal planes</source>
      <translation>Planos óptimos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>Optimally oriented planes</source>
      <translation>Planos orientados óptimamente</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>Optimally oriented strike-slip planes</source>
      <translation>Planos de desgarre orientados óptimamente</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>Picture of the sections (PNG)</source>
      <translation>Imagen de las secciones (PNG)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>Pore pressure follows the mean stress; friction is then that of dry rock, some 0.6 to 0.8.</source>
      <translation>La presión de poros sigue al esfuerzo medio; la fricción es entonces la de la roca seca, de 0.6 a 0.8 aproximadamente.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>Principal axes of the regional stress</source>
      <translation>Ejes principales del esfuerzo regional</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>Raised by 0.01 MPa at any depth (km2)</source>
      <translation>Aumentado en 0.01 MPa a cualquier profundidad (km2)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>Rake of fixed receivers (degrees)</source>
      <translation>Rake de los receptores fijos (grados)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>Receivers</source>
      <translation>Receptores</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>Regime of the regional stress</source>
      <translation>Régimen del esfuerzo regional</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>Regional differential stress (MPa)</source>
      <translation>Esfuerzo diferencial regional (MPa)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>Settings of the Coulomb file</source>
      <translation>Parámetros del archivo Coulomb</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>Shear, normal stress and pressure</source>
      <translation>Cizalla, esfuerzo normal y presión</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>Skempton's coefficient</source>
      <translation>Coeficiente de Skempton</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>Strike of fixed receivers (degrees)</source>
      <translation>Rumbo de los receptores fijos (grados)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>Strike, dip and rake of both planes in degrees, by depth; the first one is the right-lateral one of strike-slip pairs.</source>
      <translation>Rumbo, buzamiento y rake de ambos planos en grados, por profundidad; el primero es el dextral en los pares transcurrentes.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>Strike-slip</source>
      <translation>De desgarre</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>Take friction, elastic constants, depth, regional stress, grid and section from an .inp or .inr, as far as it has them, in place of what is given here; lines of sections and a raster with the grid win over it.</source>
      <translation>Tomar de un .inp o .inr la fricción, las constantes elásticas, la profundidad, el esfuerzo regional, la cuadrícula y la sección, en la medida en que los contenga, en lugar de lo indicado aquí; sobre él prevalecen las líneas de secciones y un ráster con la cuadrícula.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>Thrust</source>
      <translation>Inverso</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>To the right of the way from a line's start to its end.</source>
      <translation>A la derecha del sentido que va del inicio de una línea a su final.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>Top of sections (km)</source>
      <translation>Límite superior de las secciones (km)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>With the patches that they cut.</source>
      <translation>Con los parches que cortan.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>Young's modulus over 2 (1 + Poisson's ratio), so that 32 is 800,000 bar; that of a Coulomb file where empty, else 30.</source>
      <translation>Módulo de Young dividido por 2 (1 + coeficiente de Poisson), de modo que 32 son 800 000 bar; si está vacío, el del archivo de Coulomb o, si no, 30.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>aftershocks</source>
      <translation>réplicas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>failure stress</source>
      <translation>esfuerzo de rotura</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>fixed: one strike, dip and rake everywhere; optimal: the planes that regional stress and change would break first, any of them; optimal strike-slip: the best vertical ones.</source>
      <translation>fixed: un rumbo, buzamiento y rake en todas partes; optimal: los planos que el esfuerzo regional y el cambio romperían primero, cualesquiera; optimal strike-slip: los mejores verticales.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>friction</source>
      <translation>fricción</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>optimally oriented planes</source>
      <translation>planos de orientación óptima</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>receiver</source>
      <translation>receptor</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>skempton</source>
      <translation>skempton</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>stress transfer</source>
      <translation>transferencia de esfuerzos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>95 % interval of the share: high</source>
      <translation>Intervalo del 95 % de la proporción: límite superior</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>95 % interval of the share: low</source>
      <translation>Intervalo del 95 % de la proporción: límite inferior</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Aftershocks resolved</source>
      <translation>Réplicas resueltas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Aftershocks where stress rose</source>
      <translation>Réplicas donde aumentó el esfuerzo</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>All fields of the earthquakes, with the change on both planes.</source>
      <translation>Todos los campos de los terremotos, con el cambio en ambos planos.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Along the trace.</source>
      <translation>A lo largo de la traza.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>As listed</source>
      <translation>Como en la lista</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Background earthquakes resolved</source>
      <translation>Sismicidad de fondo resuelta</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Change in kPa (mean, minimum, maximum and where), shear and normal parts, range over what is not well known and whether the sign holds, plane and where it comes from; of faults within reach.</source>
      <translation>Cambio en kPa (media, mínimo, máximo y dónde), partes de cizalla y normal, rango según lo que no se conoce bien y si el signo se mantiene, plano y su procedencia; de las fallas al alcance.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Coulomb stress on faults</source>
      <translation>Esfuerzo de Coulomb en fallas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Days after the mainshock</source>
      <translation>Días después del sismo principal</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Days before the mainshock</source>
      <translation>Días antes del sismo principal</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Depth of the fault</source>
      <translation>Profundidad de la falla</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Depths of faults with known top and bottom</source>
      <translation>Profundidades de fallas con bordes superior e inferior conocidos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Dipping patches with heights, one about every place and depth, with its change: for QGIS' 3-D map.</source>
      <translation>Parches buzantes con alturas, uno alrededor de cada lugar y profundidad, con su cambio: para el mapa 3D de QGIS.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Dips are known to (degrees)</source>
      <translation>Incertidumbre de los buzamientos (grados)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Earthquakes</source>
      <translation>Terremotos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Earthquakes with stress change</source>
      <translation>Terremotos con cambio de esfuerzo</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Either way, where the field gives a number without a range.</source>
      <translation>En ambos sentidos, si el campo da un número sin rango.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Every place and depth.</source>
      <translation>Todos los lugares y profundidades.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Farthest faults (km)</source>
      <translation>Fallas más lejanas (km)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Faults nearer to failure</source>
      <translation>Fallas más cerca de la rotura</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Faults of unknown dip or rake</source>
      <translation>Fallas de buzamiento o rake desconocido</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Faults on the source</source>
      <translation>Fallas sobre la fuente</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Faults resolved</source>
      <translation>Fallas resueltas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Faults too far</source>
      <translation>Fallas demasiado lejanas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Faults whose sign holds over all ranges</source>
      <translation>Fallas cuyo signo se mantiene en todos los rangos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Field: rake</source>
      <translation>Campo: rake</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Field: side that went down</source>
      <translation>Campo: lado hundido</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Field: strike</source>
      <translation>Campo: rumbo</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>First plane</source>
      <translation>Primer plano</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>From the patches that slipped; what is farther gets no number. 0 takes ten times the size of the source, from 100 to 500 km.</source>
      <translation>Desde los parches que se deslizaron; lo más lejano no recibe valor. 0 toma diez veces el tamaño de la fuente, de 100 a 500 km.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Further fields of the faults to hand on</source>
      <translation>Otros campos de las fallas que transferir</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Guessed where empty (average_dip, dip ...: 60, (75,60,90), vertical).</source>
      <translation>Si está vacío, se deduce (average_dip, dip ...: 60, (75,60,90), vertical).</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Guessed where empty (average_rake, rake ...: -90, (-70,0,-90), dextral).</source>
      <translation>Si está vacío, se deduce (average_rake, rake ...: -90, (-70,0,-90), dextral).</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Guessed where empty (dip_dir ...: SW, 225).</source>
      <translation>Si está vacío, se deduce (dip_dir ...: SW, 225).</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Guessed where empty (downthrown_side_id ...: tells with the kind to which side the fault dips).</source>
      <translation>Si está vacío, se deduce (downthrown_side_id ...: indica, junto con el tipo, hacia qué lado buza la falla).</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Guessed where empty (lower_seis_depth, locking_depth ...).</source>
      <translation>Si está vacío, se deduce (lower_seis_depth, locking_depth ...).</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Guessed where empty (name, fs_name ...).</source>
      <translation>Si está vacío, se deduce (name, fs_name ...).</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Guessed where empty (slip_type, type ...: Dextral, left slip, Normal-Sinistral, thrust ...; misspelt words are recognised).</source>
      <translation>Si está vacío, se deduce (slip_type, type ...: Dextral, left slip, Normal-Sinistral, thrust ...; se reconocen palabras mal escritas).</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Guessed where empty (strike ...: tells by the right-hand rule to which side the fault dips; the strike itself is that of the trace).</source>
      <translation>Si está vacío, se deduce (strike ...: indica, por la regla de la mano derecha, hacia qué lado buza la falla; el rumbo en sí es el de la traza).</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Guessed where empty (upper_seis_depth ...).</source>
      <translation>Si está vacío, se deduce (upper_seis_depth ...).</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Highest change of a fault (kPa)</source>
      <translation>Mayor cambio de una falla (kPa)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Kind of faults of unknown kind</source>
      <translation>Tipo de las fallas de tipo desconocido</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Length of segments (km)</source>
      <translation>Longitud de los segmentos (km)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Lines of a fault inventory, in any CRS. Give this, or earthquakes, or both.</source>
      <translation>Líneas de un inventario de fallas, en cualquier SRC. Dé esto, o terremotos, o ambos.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Lowest change of a fault (kPa)</source>
      <translation>Menor cambio de una falla (kPa)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Maximum</source>
      <translation>Máximo</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Maximum friction</source>
      <translation>Fricción máxima</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Mean of both planes</source>
      <translation>Media de ambos planos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Minimum friction</source>
      <translation>Fricción mínima</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Minimum magnitude</source>
      <translation>Magnitud mínima</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Nodal plane that counts</source>
      <translation>Plano nodal que cuenta</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Of the aftershocks; 0 takes all.</source>
      <translation>De las réplicas; 0 las toma todas.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Of the background; 0 takes all.</source>
      <translation>De la sismicidad de fondo; 0 la toma toda.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Of the range over which results are given.</source>
      <translation>Del rango en que se dan los resultados.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Of the receivers, one or several with commas between.</source>
      <translation>De los receptores, una o varias separadas por comas.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Of the same range.</source>
      <translation>Del mismo rango.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Of which random catalogues are drawn, in the hull of the aftershocks.</source>
      <translation>De donde se extraen catálogos aleatorios, en la envolvente de las réplicas.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>On the source within (km)</source>
      <translation>Sobre la fuente a menos de (km)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Plane of earthquakes without nodal planes</source>
      <translation>Plano de los terremotos sin planos nodales</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Plane of higher stress</source>
      <translation>Plano de mayor esfuerzo</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Plane of lower stress</source>
      <translation>Plano de menor esfuerzo</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Planes of the faults</source>
      <translation>Planos de las fallas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Points in any CRS, or a table with columns lon and lat: depth in km, and where known strike, dip and rake of a nodal plane, magnitude and time.</source>
      <translation>Puntos en cualquier SRC, o una tabla con columnas lon y lat: profundidad en km y, donde se conocen, rumbo, buzamiento y rake de un plano nodal, magnitud y fecha.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Rakes are known to (degrees)</source>
      <translation>Incertidumbre de los rakes (grados)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Random catalogues</source>
      <translation>Catálogos aleatorios</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Random places</source>
      <translation>Lugares aleatorios</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Random plane</source>
      <translation>Plano al azar</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Rank by</source>
      <translation>Clasificar por</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Ranking</source>
      <translation>Clasificación</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Receivers lie down the dip from the trace; otherwise straight below it.</source>
      <translation>Los receptores siguen el buzamiento desde la traza; si no, están en vertical bajo ella.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Receivers so near to patches that slipped by a tenth of the maximum slip or more are masked and flagged: stress there says where patches end, and the fault may be the one that broke.</source>
      <translation>Los receptores a esta distancia de parches que se deslizaron al menos una décima parte del deslizamiento máximo se enmascaran y marcan: allí el esfuerzo refleja dónde terminan los parches, y la falla puede ser la que rompió.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Second plane</source>
      <translation>Segundo plano</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Segments of faults within reach</source>
      <translation>Segmentos de fallas dentro del alcance</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Segments resolved</source>
      <translation>Segmentos resueltos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Share at random places (%)</source>
      <translation>Proporción en lugares aleatorios (%)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Share of the background where stress rose (%)</source>
      <translation>Proporción de la sismicidad de fondo donde aumentó el esfuerzo (%)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Share with mechanisms dealt anew (%)</source>
      <translation>Proporción con mecanismos permutados (%)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Smaller earthquakes, and those without one, do not count. All count where it is empty.</source>
      <translation>Los terremotos menores, y los que no tienen magnitud, no cuentan. Si está vacío, cuentan todos.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Spacing of receivers (km)</source>
      <translation>Espaciado de los receptores (km)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Strike, dip and rake in degrees, such as 0, 90, 180. Where it is empty they take the planes that the regional stress would break first, or, without one, the plane of the nearest resolved fault.</source>
      <translation>Rumbo, buzamiento y rake en grados, por ejemplo 0, 90, 180. Si está vacío, toman los planos que el esfuerzo regional rompería primero o, sin él, el plano de la falla resuelta más cercana.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Such as 2025-03-28T06:20:54 (universal time), or the day alone; earlier earthquakes are the background. All are aftershocks where it is empty.</source>
      <translation>Por ejemplo 2025-03-28T06:20:54 (tiempo universal), o solo el día; los terremotos anteriores son la sismicidad de fondo. Si está vacío, todos son réplicas.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Such as strike-slip or normal; they get no number where it is empty.</source>
      <translation>Por ejemplo strike-slip o normal; si está vacío, no reciben valor.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Tells which mapped faults an earthquake brought nearer to failure. Every segment of a fault inventory is a receiver: its strike is that of the trace, its dip and rake are those of the layer's fields in whatever form they come, or the usual ones of its kind. The stress change of a slip model, or of volcanic sources, is resolved at places along each segment and at depths, and told by segment and by fault with its range over friction, dip, rake and whatever is not known (side of the dip, sense of the slip). It does the same on the nodal planes of a catalogue of earthquakes, and tests whether more aftershocks lie where stress rose than there were before, or than chance puts there. The ground is a flat elastic half-space; stress changes under some 10 kPa mean little.</source>
      <translation>Indica qué fallas cartografiadas acercó un terremoto a la rotura. Cada segmento de un inventario de fallas es un receptor: su rumbo es el de la traza; su buzamiento y rake son los de los campos de la capa, en cualquiera de sus formas, o los habituales de su tipo. El cambio de esfuerzo de un modelo de deslizamiento, o de fuentes volcánicas, se resuelve en lugares a lo largo de cada segmento y en profundidad, y se da por segmento y por falla con su rango según fricción, buzamiento, rake y cuanto no se conozca (lado del buzamiento, sentido del deslizamiento). Hace lo mismo en los planos nodales de un catálogo de terremotos, y comprueba si hay más réplicas donde aumentó el esfuerzo de las que había antes, o de las que el azar sitúa allí. El terreno es un semiespacio elástico plano; los cambios de esfuerzo inferiores a unos 10 kPa significan poco.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>The earthquake. A layer of slip patches, as the slip tools write it: polygons with heights, and fields strike_deg, dip_deg, length_km, width_km, depth_km, slip_m, rake_deg (or strike_slip_m, dip_slip_m) and opening_m.</source>
      <translation>El terremoto. Una capa de parches de deslizamiento, como la escriben las herramientas de deslizamiento: polígonos con alturas y campos strike_deg, dip_deg, length_km, width_km, depth_km, slip_m, rake_deg (o strike_slip_m, dip_slip_m) y opening_m.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>The length of each fault where the change reaches it at any depth is told.</source>
      <translation>Se indica la longitud de cada falla en la que el cambio alcanza este valor a cualquier profundidad.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>The resolved faults, the highest first.</source>
      <translation>Las fallas resueltas, de mayor a menor.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>The same of whole faults, ranked.</source>
      <translation>Lo mismo de fallas enteras, clasificadas.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Their share (%)</source>
      <translation>Su proporción (%)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Threshold (kPa)</source>
      <translation>Umbral (kPa)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Time of the mainshock</source>
      <translation>Fecha y hora del sismo principal</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Traces are cut into equal segments no longer than this, each with the strike of its chord; sharp bends are cut further.</source>
      <translation>Las trazas se cortan en segmentos iguales no más largos que esto, cada uno con el rumbo de su cuerda; las inflexiones bruscas se cortan más.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Traces lie at the surface</source>
      <translation>Las trazas están en la superficie</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Where no field tells the side: for inventories drawn by the right-hand rule. Otherwise both sides are tried and the higher mean change is told, within a range that covers both.</source>
      <translation>Si ningún campo indica el lado: para inventarios dibujados con la regla de la mano derecha. De lo contrario se prueban ambos lados y se da el mayor cambio medio, dentro de un rango que abarca los dos.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>aftershock</source>
      <translation>réplica</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>focal mechanism</source>
      <translation>mecanismo focal</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>hazard</source>
      <translation>peligrosidad</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>higher: the one with the higher change, which raises the share by chance as well as in truth; random: each with even odds; mean: the average of both.</source>
      <translation>higher: el de mayor cambio, lo que eleva la proporción tanto por azar como de verdad; random: cada uno con igual probabilidad; mean: el promedio de ambos.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>listed: the depths given that lie on the fault, or else its middle; of the fault: as many, evenly between its top and bottom.</source>
      <translation>listed: las profundidades dadas que caen en la falla o, si no hay, su centro; of the fault: otras tantas, repartidas entre sus bordes superior e inferior.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>mean: the average change over a fault; max: the maximum. Layers are coloured by it, too (field coulomb_kpa).</source>
      <translation>mean: el cambio medio en una falla; max: el máximo. También determina el color de las capas (campo coulomb_kpa).</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>p-value against mechanisms dealt anew</source>
      <translation>Valor p frente a mecanismos permutados</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>p-value against random places</source>
      <translation>Valor p frente a lugares aleatorios</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>p-value against random places (binomial)</source>
      <translation>Valor p frente a lugares aleatorios (binomial)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>p-value against the background (Fisher)</source>
      <translation>Valor p frente a la sismicidad de fondo (Fisher)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>triggering</source>
      <translation>desencadenamiento</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/stresstensor.py" />
      <source>A bar along the maximum horizontal compression in the colour of the regime, as the World Stress Map draws it; principal axes with 95 % cones, shape ratio R with its interval, friction, misfit. Coulomb tools take it as their regional stress.</source>
      <translation>Una barra a lo largo de la compresión horizontal máxima con el color del régimen, como la dibuja el World Stress Map; ejes principales con conos del 95 %, razón de forma R con su intervalo, fricción, desajuste. Las herramientas de Coulomb la toman como esfuerzo regional.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/stresstensor.py" />
      <source>All earthquakes where empty.</source>
      <translation>Todos los terremotos si está vacío.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/stresstensor.py" />
      <source>Cell (km)</source>
      <translation>Celda (km)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/stresstensor.py" />
      <source>Earthquakes used</source>
      <translation>Terremotos usados</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/stresstensor.py" />
      <source>Earthquakes with likely planes</source>
      <translation>Terremotos con planos probables</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/stresstensor.py" />
      <source>Earthquakes without a depth are left out where one is given.</source>
      <translation>Los terremotos sin profundidad se omiten si se da una.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/stresstensor.py" />
      <source>Error of the mechanisms (degrees)</source>
      <translation>Error de los mecanismos (grados)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/stresstensor.py" />
      <source>Finds the directions of the principal stresses and their shape ratio from the focal mechanisms of earthquakes, one tensor for all or one a cell of a grid, with 95 % cones by resampling; tells which nodal plane of each mechanism is the likely fault, and with which probability. Writes the maximum horizontal compression with the World Stress Map's symbols. The Coulomb tools take the result as their regional stress and as receivers.</source>
      <translation>Halla las direcciones de los esfuerzos principales y su razón de forma a partir de los mecanismos focales de terremotos, un tensor para todos o uno por celda de una malla, con conos del 95 % por remuestreo; dice qué plano nodal de cada mecanismo es la falla probable y con qué probabilidad. Escribe la compresión horizontal máxima con los símbolos del World Stress Map. Las herramientas de Coulomb toman el resultado como esfuerzo regional y como receptores.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/stresstensor.py" />
      <source>Friction of the first tensor</source>
      <translation>Fricción del primer tensor</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/stresstensor.py" />
      <source>Frictions are tried from here on, in steps of 0.05.</source>
      <translation>Las fricciones se prueban desde aquí, en pasos de 0.05.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/stresstensor.py" />
      <source>Greatest friction</source>
      <translation>Fricción máxima</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/stresstensor.py" />
      <source>Instability</source>
      <translation>Inestabilidad</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/stresstensor.py" />
      <source>Least friction</source>
      <translation>Fricción mínima</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/stresstensor.py" />
      <source>Maximum depth (km)</source>
      <translation>Profundidad máxima (km)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/stresstensor.py" />
      <source>Maximum horizontal compression of the first tensor (degrees)</source>
      <translation>Compresión horizontal máxima del primer tensor (grados)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/stresstensor.py" />
      <source>Mean misfit (degrees)</source>
      <translation>Desajuste medio (grados)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/stresstensor.py" />
      <source>Minimum depth (km)</source>
      <translation>Profundidad mínima (km)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/stresstensor.py" />
      <source>Minimum number of earthquakes</source>
      <translation>Número mínimo de terremotos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/stresstensor.py" />
      <source>Of a tensor; fewer than 20 tell little.</source>
      <translation>De un tensor; menos de 20 dicen poco.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/stresstensor.py" />
      <source>Of the mechanisms, with replacement (bootstrap), for cones and intervals.</source>
      <translation>De los mecanismos, con reemplazo (bootstrap), para conos e intervalos.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/stresstensor.py" />
      <source>One tensor for each cell of a grid with enough earthquakes; one tensor of all where empty.</source>
      <translation>Un tensor para cada celda de una malla con suficientes terremotos; un tensor de todos si está vacío.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/stresstensor.py" />
      <source>Plunge of s1 (degrees)</source>
      <translation>Buzamiento de s1 (grados)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/stresstensor.py" />
      <source>Plunge of s3 (degrees)</source>
      <translation>Buzamiento de s3 (grados)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/stresstensor.py" />
      <source>Resamplings</source>
      <translation>Remuestreos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/stresstensor.py" />
      <source>See the minimum depth.</source>
      <translation>Véase la profundidad mínima.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/stresstensor.py" />
      <source>Shape ratio R of the first tensor</source>
      <translation>Razón de forma R del primer tensor</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/stresstensor.py" />
      <source>Stereonets with the resampled axes, and numbers.</source>
      <translation>Estereogramas con los ejes remuestreados, y números.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/stresstensor.py" />
      <source>Stress from focal mechanisms</source>
      <translation>Esfuerzos a partir de mecanismos focales</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/stresstensor.py" />
      <source>Stress tensors</source>
      <translation>Tensores de esfuerzo</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/stresstensor.py" />
      <source>Tensors</source>
      <translation>Tensores</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/stresstensor.py" />
      <source>The likely plane first, with its probability, the instability of both planes, and the angle between slip and shear traction. Coulomb tools take it as a catalogue.</source>
      <translation>Primero el plano probable, con su probabilidad, la inestabilidad de ambos planos y el ángulo entre el deslizamiento y la tracción de cizalla. Las herramientas de Coulomb la toman como catálogo.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/stresstensor.py" />
      <source>The one of the highest mean instability is taken.</source>
      <translation>Se toma la de mayor inestabilidad media.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/stresstensor.py" />
      <source>The tensors as a table.</source>
      <translation>Los tensores como tabla.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/stresstensor.py" />
      <source>Trend of s1 (degrees)</source>
      <translation>Azimut de s1 (grados)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/stresstensor.py" />
      <source>Trend of s3 (degrees)</source>
      <translation>Azimut de s3 (grados)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/stresstensor.py" />
      <source>Typical rotation between a mechanism and the truth. Where mechanisms differ by less than twice of it, R has no number.</source>
      <translation>Rotación típica entre un mecanismo y la verdad. Donde los mecanismos difieren menos del doble, R no tiene número.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/stresstensor.py" />
      <source>Variable shear</source>
      <translation>Cizalla variable</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/stresstensor.py" />
      <source>fault plane</source>
      <translation>plano de falla</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/stresstensor.py" />
      <source>instability: of both nodal planes the one that is nearer to failure slipped, in turn with the stress; linear: both planes of all, which finds axes but too small an R; variable shear: as instability, with a shear traction whose size follows the stress.</source>
      <translation>instability: de ambos planos nodales deslizó el que está más cerca de la rotura, por turnos con el esfuerzo; linear: ambos planos de todos, que halla los ejes pero una R demasiado pequeña; variable shear: como instability, con una tracción de cizalla cuyo tamaño sigue al esfuerzo.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/stresstensor.py" />
      <source>principal stress</source>
      <translation>esfuerzo principal</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/stresstensor.py" />
      <source>shmax</source>
      <translation>shmax</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/stresstensor.py" />
      <source>stress inversion</source>
      <translation>inversión de esfuerzos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/stresstensor.py" />
      <source>stress tensor</source>
      <translation>tensor de esfuerzos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/stresstensor.py" />
      <source>world stress map</source>
      <translation>mapa mundial de esfuerzos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demcoregister.py" />
      <source>Align elevation models</source>
      <translation>Alinear modelos de elevación</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demcoregister.py" />
      <source>Aligned elevation model</source>
      <translation>Modelo de elevación alineado</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demcoregister.py" />
      <source>Aligned model less the reference, on the reference's grid.</source>
      <translation>Modelo alineado menos la referencia, en la malla de la referencia.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demcoregister.py" />
      <source>Along the track. Shorter ones stay, and ground that changed over less is kept from them.</source>
      <translation>A lo largo de la trayectoria. Las más cortas quedan, y no se toma por onda el terreno que cambió en menos.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demcoregister.py" />
      <source>Also take out an inclined plane of the differences.</source>
      <translation>Quitar también un plano inclinado de las diferencias.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demcoregister.py" />
      <source>Azimuth of the track (degrees)</source>
      <translation>Acimut de la trayectoria (grados)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demcoregister.py" />
      <source>Changed ground</source>
      <translation>Terreno que ha cambiado</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demcoregister.py" />
      <source>Clockwise from north, the satellite's way. With it, waves of the heights along the track (jitter) are taken out, too.</source>
      <translation>En sentido horario desde el norte, la marcha del satélite. Con él se quitan también las ondas de las alturas a lo largo de la trayectoria (vibración).</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demcoregister.py" />
      <source>Difference of heights (m)</source>
      <translation>Diferencia de alturas (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demcoregister.py" />
      <source>Finds how far an elevation model is displaced against another one, sideways and in height, from how their differences follow slope and aspect, and moves it back. Models of any grid and CRS will do; what is moved keeps its own pixels. The log tells the displacement with its standard deviation, and whether the differences that are left rise with the height.</source>
      <translation>Determina cuánto está desplazado un modelo de elevación respecto a otro, lateralmente y en altura, a partir de cómo sus diferencias siguen la pendiente y la orientación, y lo devuelve a su lugar. Sirven modelos de cualquier malla y SRC; lo que se mueve conserva sus propios píxeles. El registro indica el desplazamiento con su desviación estándar y si las diferencias restantes crecen con la altura.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demcoregister.py" />
      <source>Lifted (m)</source>
      <translation>Elevado (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demcoregister.py" />
      <source>Move sideways</source>
      <translation>Mover lateralmente</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demcoregister.py" />
      <source>Moved east (m)</source>
      <translation>Movido al este (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demcoregister.py" />
      <source>Moved north (m)</source>
      <translation>Movido al norte (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demcoregister.py" />
      <source>NMAD of the differences (m)</source>
      <translation>NMAD de las diferencias (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demcoregister.py" />
      <source>NMAD of the differences before (m)</source>
      <translation>NMAD de las diferencias antes (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demcoregister.py" />
      <source>Pixels of the fit</source>
      <translation>Píxeles del ajuste</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demcoregister.py" />
      <source>Polygons that are left out of the fit: landslides, glaciers, lakes, works. Without them what differs much more than the rest has no weight.</source>
      <translation>Polígonos que se excluyen del ajuste: deslizamientos, glaciares, lagos, obras. Sin ellos, lo que difiere mucho más que el resto no tiene peso.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demcoregister.py" />
      <source>Reference elevation model</source>
      <translation>Modelo de elevación de referencia</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demcoregister.py" />
      <source>Remove a tilt</source>
      <translation>Quitar una inclinación</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demcoregister.py" />
      <source>Shortest wave (m)</source>
      <translation>Onda más corta (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demcoregister.py" />
      <source>Standard deviation east (m)</source>
      <translation>Desviación estándar al este (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demcoregister.py" />
      <source>Standard deviation north (m)</source>
      <translation>Desviación estándar al norte (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demcoregister.py" />
      <source>Standard deviation of the height (m)</source>
      <translation>Desviación estándar de la altura (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demcoregister.py" />
      <source>Terrain change</source>
      <translation>Cambio del terreno</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demcoregister.py" />
      <source>The model with its own pixels, moved and lifted; nothing is interpolated.</source>
      <translation>El modelo con sus propios píxeles, movido y elevado; no se interpola nada.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demcoregister.py" />
      <source>The one that is moved. Heights in metres, any CRS and grid.</source>
      <translation>El que se mueve. Alturas en metros, cualquier SRC y malla.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demcoregister.py" />
      <source>The one that stays where it is.</source>
      <translation>El que se queda donde está.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demcoregister.py" />
      <source>Without, only the heights are adjusted: for flat ground, which does not show where it lies.</source>
      <translation>Si no, solo se ajustan las alturas: para terreno llano, que no muestra dónde está.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demcoregister.py" />
      <source>coregistration</source>
      <translation>corregistro</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demcoregister.py" />
      <source>elevation difference</source>
      <translation>diferencia de elevación</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demcoregister.py" />
      <source>lidar</source>
      <translation>lidar</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demcoregister.py" />
      <source>nuth kaab</source>
      <translation>nuth kaab</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demcoregister.py" />
      <source>shift</source>
      <translation>desplazamiento</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demdifference.py" />
      <source>-1 lower, 0 no significant change, 1 higher.</source>
      <translation>-1 más bajo, 0 sin cambio significativo, 1 más alto.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demdifference.py" />
      <source>Align the models first</source>
      <translation>Alinear primero los modelos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demdifference.py" />
      <source>Also take out an inclined plane.</source>
      <translation>Quitar también un plano inclinado.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demdifference.py" />
      <source>Area (m2)</source>
      <translation>Área (m2)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demdifference.py" />
      <source>Cells that changed by more than so many standard deviations are gain or loss; the sum of all others goes to the side that it falls to. 0 takes noise for gain and loss.</source>
      <translation>Las celdas que cambiaron más que estas desviaciones típicas son ganancia o pérdida; la suma de todas las demás va al lado que le corresponde. Con 0 el ruido cuenta como ganancia y pérdida.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demdifference.py" />
      <source>Change of heights (m)</source>
      <translation>Cambio de alturas (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demdifference.py" />
      <source>Date of the earlier model</source>
      <translation>Fecha del modelo anterior</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demdifference.py" />
      <source>Date of the later model</source>
      <translation>Fecha del modelo posterior</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demdifference.py" />
      <source>Earlier elevation model</source>
      <translation>Modelo de elevación anterior</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demdifference.py" />
      <source>Further common error (m)</source>
      <translation>Otro error común (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demdifference.py" />
      <source>Gain of all areas (m3)</source>
      <translation>Ganancia de todas las áreas (m3)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demdifference.py" />
      <source>Height change and volumes</source>
      <translation>Cambio de altura y volúmenes</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demdifference.py" />
      <source>Heights in metres, any CRS and grid.</source>
      <translation>Alturas en metros, cualquier SRC y malla.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demdifference.py" />
      <source>Its standard deviation (m3)</source>
      <translation>Su desviación típica (m3)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demdifference.py" />
      <source>Later elevation model</source>
      <translation>Modelo de elevación posterior</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demdifference.py" />
      <source>Later model less the earlier one.</source>
      <translation>El modelo posterior menos el anterior.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demdifference.py" />
      <source>Length of correlation of the errors (m)</source>
      <translation>Longitud de correlación de los errores (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demdifference.py" />
      <source>Loss of all areas (m3)</source>
      <translation>Pérdida de todas las áreas (m3)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demdifference.py" />
      <source>NMAD of unchanged ground (m)</source>
      <translation>NMAD del terreno sin cambios (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demdifference.py" />
      <source>Net volume of all areas (m3)</source>
      <translation>Volumen neto de todas las áreas (m3)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demdifference.py" />
      <source>Of a cell, from its slope.</source>
      <translation>De una celda, según su pendiente.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demdifference.py" />
      <source>Of the layer of patches. If empty: 25 cells, or a square of four times the length over which errors are alike.</source>
      <translation>De la capa de manchas. Si está vacío: 25 celdas, o un cuadrado de cuatro veces la longitud en la que los errores se parecen.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demdifference.py" />
      <source>Of the pairs that the semivariogram is made of.</source>
      <translation>De los pares con los que se hace el semivariograma.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demdifference.py" />
      <source>Other changed ground</source>
      <translation>Otro terreno con cambios</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demdifference.py" />
      <source>Patches of significant change</source>
      <translation>Manchas de cambio significativo</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demdifference.py" />
      <source>Polygons of further ground that changed, such as forests, lakes and glaciers: left out of the alignment and of the errors.</source>
      <translation>Polígonos de otro terreno que cambió, como bosques, lagos y glaciares: no entran en el alineamiento ni en los errores.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demdifference.py" />
      <source>Polygons whose volumes are wanted: landslides, dumps, pits. They are left out of the ground that did not change.</source>
      <translation>Polígonos cuyos volúmenes se quieren: deslizamientos, escombreras, cortas. No cuentan como terreno sin cambios.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demdifference.py" />
      <source>Results have its grid.</source>
      <translation>Los resultados tienen su malla.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demdifference.py" />
      <source>Significant change</source>
      <translation>Cambio significativo</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demdifference.py" />
      <source>Significant from (standard deviations)</source>
      <translation>Significativo desde (desviaciones típicas)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demdifference.py" />
      <source>Smallest patch of significant change (m2)</source>
      <translation>Mancha más pequeña de cambio significativo (m2)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demdifference.py" />
      <source>Standard deviation of the change (m)</source>
      <translation>Desviación típica del cambio (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demdifference.py" />
      <source>Standard deviation of what all heights of an area have in common besides, such as other ground (forest, snow) than where the models were aligned.</source>
      <translation>Desviación típica de lo que además tienen en común todas las alturas de un área, como un terreno (bosque, nieve) distinto de aquel en que se alinearon los modelos.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demdifference.py" />
      <source>Subtracts an earlier elevation model from a later one, after moving the later one onto it. Ground that did not change tells how errors depend on the slope and over which distance they are alike; from that come the standard deviation of every cell, what change is significant, and volumes of areas (gain, loss, net) whose standard deviations take into account that neighbouring cells err alike.</source>
      <translation>Resta un modelo de elevación anterior de uno posterior, después de mover el posterior sobre él. El terreno que no cambió dice cómo dependen los errores de la pendiente y a qué distancia se parecen; de ahí salen la desviación típica de cada celda, qué cambio es significativo y los volúmenes de las áreas (ganancia, pérdida, neto), cuyas desviaciones típicas tienen en cuenta que las celdas vecinas yerran de modo parecido.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demdifference.py" />
      <source>Table of volumes</source>
      <translation>Tabla de volúmenes</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demdifference.py" />
      <source>The areas with gain, loss and net volume, mean change, and their standard deviations.</source>
      <translation>Las áreas con ganancia, pérdida y volumen neto, cambio medio y sus desviaciones típicas.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demdifference.py" />
      <source>The later one is moved onto the earlier one by ground that did not change (see 'Align elevation models').</source>
      <translation>El posterior se mueve sobre el anterior según el terreno que no cambió (véase 'Alinear modelos de elevación').</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demdifference.py" />
      <source>The same as a table.</source>
      <translation>Lo mismo como tabla.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demdifference.py" />
      <source>Volumes of the areas</source>
      <translation>Volúmenes de las áreas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demdifference.py" />
      <source>Where all cells changed significantly to one side, over the smallest area and more: as outlines, with volumes and their standard deviations.</source>
      <translation>Donde todas las celdas cambiaron significativamente hacia un mismo lado, en la superficie mínima o más: como contornos, con volúmenes y sus desviaciones típicas.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demdifference.py" />
      <source>Without, only the heights are adjusted: for flat ground.</source>
      <translation>Sin ello solo se ajustan las alturas: para terreno llano.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demdifference.py" />
      <source>YYYY-MM-DD; with both there are rates.</source>
      <translation>AAAA-MM-DD; con ambas hay tasas.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demdifference.py" />
      <source>dem of difference</source>
      <translation>diferencia de mde</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demdifference.py" />
      <source>dod</source>
      <translation>dod</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demdifference.py" />
      <source>elevation change</source>
      <translation>cambio de elevación</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demdifference.py" />
      <source>erosion</source>
      <translation>erosión</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demdifference.py" />
      <source>volume</source>
      <translation>volumen</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/slidethickness.py" />
      <source>Bands: best, least (rigid block) and most (viscous).</source>
      <translation>Bandas: la mejor, la menor (bloque rígido) y la mayor (viscoso).</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/slidethickness.py" />
      <source>Base of the slides (m)</source>
      <translation>Base de los deslizamientos (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/slidethickness.py" />
      <source>Cell (m)</source>
      <translation>Celda (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/slidethickness.py" />
      <source>Distance, coordinates, surface, base and thickness along each line.</source>
      <translation>Distancia, coordenadas, superficie, base y espesor a lo largo de cada línea.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/slidethickness.py" />
      <source>Exponent of the flow law</source>
      <translation>Exponente de la ley de flujo</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/slidethickness.py" />
      <source>Field: name of the slides</source>
      <translation>Campo: nombre de los deslizamientos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/slidethickness.py" />
      <source>Height of the surface that they ride over.</source>
      <translation>Altura de la superficie sobre la que se mueven.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/slidethickness.py" />
      <source>Largest thickness (m)</source>
      <translation>Mayor espesor (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/slidethickness.py" />
      <source>Largest volume (m3)</source>
      <translation>Mayor volumen (m3)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/slidethickness.py" />
      <source>Least volume (m3)</source>
      <translation>Menor volumen (m3)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/slidethickness.py" />
      <source>Lines along which surface and base are drawn in the report.</source>
      <translation>Líneas a lo largo de las cuales el informe dibuja la superficie y la base.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/slidethickness.py" />
      <source>Not needed with pixel offsets.</source>
      <translation>No hace falta con desplazamientos de píxeles.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/slidethickness.py" />
      <source>Of places on the map, as from two elevation models ('Height change and volumes').</source>
      <translation>De lugares fijos del mapa, como de dos modelos de elevación ('Cambio de altura y volúmenes').</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/slidethickness.py" />
      <source>Of the ground's points, as from 'East, north, up'. This one, or the next one.</source>
      <translation>De los puntos del terreno, como de 'Este, norte, arriba'. Esta o la siguiente.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/slidethickness.py" />
      <source>Of the surface, heights in metres.</source>
      <translation>De la superficie, alturas en metros.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/slidethickness.py" />
      <source>Of the thickness, in shares of the equation's size (0.03 to 3); empty for the corner of the L-curve.</source>
      <translation>Del espesor, en partes del tamaño de la ecuación (0,03 a 3); vacío para la esquina de la curva L.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/slidethickness.py" />
      <source>Or pixel offsets of two images, which have both components (and their dates).</source>
      <translation>O desplazamientos de píxeles de dos imágenes, que tienen ambas componentes (y sus fechas).</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/slidethickness.py" />
      <source>Rate of the surface's height</source>
      <translation>Tasa de la altura de la superficie</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/slidethickness.py" />
      <source>Sections</source>
      <translation>Secciones</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/slidethickness.py" />
      <source>Side of the cells (m)</source>
      <translation>Lado de las celdas (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/slidethickness.py" />
      <source>Side of the cells; empty for those of the velocity, or larger ones for slides of more than 10,000 of them.</source>
      <translation>Lado de las celdas; vacío para las de la velocidad, o mayores para deslizamientos de más de 10 000 de ellas.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/slidethickness.py" />
      <source>Slides</source>
      <translation>Deslizamientos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/slidethickness.py" />
      <source>Slides with a thickness</source>
      <translation>Deslizamientos con espesor</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/slidethickness.py" />
      <source>Smoothing of the slope (cells)</source>
      <translation>Suavizado de la pendiente (celdas)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/slidethickness.py" />
      <source>Standard deviation of the neighbourhood whose plane gives the slope; noise of the elevation model is multiplied by the speed.</source>
      <translation>Desviación típica del entorno cuyo plano da la pendiente; el ruido del modelo de elevación se multiplica por la velocidad.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/slidethickness.py" />
      <source>Strain rate goes with this power of stress: 1 viscous, 3 as ice, large as a rigid block. The best thickness is for it, the range goes from a rigid block (1) to a viscous one (1.5 times as thick); 3 lies in the middle (1.25 times).</source>
      <translation>La velocidad de deformación va con esta potencia del esfuerzo: 1 viscoso, 3 como el hielo, grande como un bloque rígido. El mejor espesor es para ella; el intervalo va de un bloque rígido (1) a uno viscoso (1,5 veces más grueso); 3 queda en medio (1,25 veces).</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/slidethickness.py" />
      <source>Table of the sections</source>
      <translation>Tabla de las secciones</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/slidethickness.py" />
      <source>Tells from the motion of a slide's surface how thick it is: where more ground comes in than goes out, the surface must rise. Gives the thickness, the base that the slide rides over, and its volume, each with the range between a rigid block and a viscous flow. The thickness is smooth as the L-curve wants it, never negative, and ends at the outline.</source>
      <translation>Dice por el movimiento de la superficie de un deslizamiento qué espesor tiene: donde entra más terreno del que sale, la superficie tiene que subir. Da el espesor, la base sobre la que se mueve y su volumen, cada uno con el intervalo entre un bloque rígido y un flujo viscoso. El espesor es tan suave como quiere la curva L, nunca negativo, y acaba en el contorno.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/slidethickness.py" />
      <source>The slides with volume, its range, mean and largest thickness, and how well mass is conserved.</source>
      <translation>Los deslizamientos con volumen, su intervalo, espesor medio y mayor, y cuánto se conserva la masa.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/slidethickness.py" />
      <source>Their outlines as polygons: where they end they have no thickness.</source>
      <translation>Sus contornos como polígonos: donde acaban no tienen espesor.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/slidethickness.py" />
      <source>Thickness (m)</source>
      <translation>Espesor (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/slidethickness.py" />
      <source>Thickness of slides</source>
      <translation>Espesor de deslizamientos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/slidethickness.py" />
      <source>Velocity to the east</source>
      <translation>Velocidad hacia el este</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/slidethickness.py" />
      <source>Velocity to the north</source>
      <translation>Velocidad hacia el norte</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/slidethickness.py" />
      <source>Velocity upwards</source>
      <translation>Velocidad hacia arriba</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/slidethickness.py" />
      <source>Volume of all slides (m3)</source>
      <translation>Volumen de todos los deslizamientos (m3)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/slidethickness.py" />
      <source>Volumes of the slides</source>
      <translation>Volúmenes de los deslizamientos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/slidethickness.py" />
      <source>Volumes with their range, and the sections.</source>
      <translation>Volúmenes con su intervalo, y las secciones.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/slidethickness.py" />
      <source>Weight of smoothness</source>
      <translation>Peso de la suavidad</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/slidethickness.py" />
      <source>Where the rasters hold displacements and not rates: what they are divided by.</source>
      <translation>Si los rásteres tienen desplazamientos y no tasas: por lo que se dividen.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/slidethickness.py" />
      <source>Years between the images (years)</source>
      <translation>Años entre las imágenes (años)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/slidethickness.py" />
      <source>basal surface</source>
      <translation>superficie basal</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/slidethickness.py" />
      <source>landslide depth</source>
      <translation>profundidad del deslizamiento</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/slidethickness.py" />
      <source>mass conservation</source>
      <translation>conservación de masa</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/slidethickness.py" />
      <source>slip surface</source>
      <translation>superficie de deslizamiento</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>1: a constant rate; 2: with an acceleration; 3: which changes.</source>
      <translation>1: velocidad constante; 2: con aceleración; 3: aceleración variable.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>A sine and a cosine with a year's period.</source>
      <translation>Un seno y un coseno con periodo de un año.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>Address of a Dask scheduler, such as tcp://192.0.2.1:8786, whose workers have Groundshift's core installed; empty to run on this machine. Give only one that you trust like a program: it can run code on this machine.</source>
      <translation>Dirección de un planificador Dask, como tcp://192.0.2.1:8786, cuyos procesos tengan instalado el núcleo de Groundshift; vacío para ejecutar en este equipo. Dé solo uno en el que confíe como en un programa: puede ejecutar código en este equipo.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>Annual season in the motion</source>
      <translation>Estacionalidad anual en el movimiento</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>Atmosphere is smooth over this distance: standard deviation of the Gaussian.</source>
      <translation>La atmósfera es suave en esta distancia: desviación estándar de la gaussiana.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>Atmospheric filter (APS)</source>
      <translation>Filtro atmosférico (APS)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>Certificates of the Dask scheduler</source>
      <translation>Certificados del planificador Dask</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>Changes faster than this count as atmosphere: standard deviation of the Gaussian, or half the base of the triangle.</source>
      <translation>Los cambios más rápidos cuentan como atmósfera: desviación estándar de la gaussiana, o mitad de la base del triángulo.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>Corrected time series</source>
      <translation>Serie temporal corregida</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>Dask scheduler</source>
      <translation>Planificador Dask</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>Dates left as they were</source>
      <translation>Fechas dejadas como estaban</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>Dates of steps in the motion</source>
      <translation>Fechas de saltos en el movimiento</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>Displacement time series</source>
      <translation>Serie temporal de desplazamiento</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>Folder with ca.pem, cert.pem and key.pem, for an encrypted connection (tls://192.0.2.1:8786).</source>
      <translation>Carpeta con ca.pem, cert.pem y key.pem, para una conexión cifrada (tls://192.0.2.1:8786).</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>Gaussian</source>
      <translation>Gaussiana</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>HDF5 in MintPy's layout (timeseries.h5), of 'SBAS inversion' or another correction.</source>
      <translation>HDF5 con la estructura de MintPy (timeseries.h5), de 'Inversión SBAS' u otra corrección.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>HDF5 in MintPy's layout with everything that the input held; the rate is fitted anew.</source>
      <translation>HDF5 con la estructura de MintPy con todo lo que contenía la entrada; la velocidad se ajusta de nuevo.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>HTML page: variance of the stable pixels by date, before and after.</source>
      <translation>Página HTML: varianza de los píxeles estables por fecha, antes y después.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>Largest rate of stable pixels (mm/yr)</source>
      <translation>Velocidad máxima de los píxeles estables (mm/yr)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>Maximum number of steps of a pixel on dates that nobody gave, found where its series supports them; 0 takes such steps for atmosphere.</source>
      <translation>Número máximo de saltos de un píxel en fechas que nadie ha dado, hallados donde su serie los respalda; con 0 esos saltos se toman por atmósfera.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>Minimum temporal coherence</source>
      <translation>Coherencia temporal mínima</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>Only pixels whose rate lies within so many robust standard deviations of the scene's median tell about the errors, so that motion is not taken for one.</source>
      <translation>Solo informan sobre los errores los píxeles cuya velocidad está a este número de desviaciones estándar robustas de la mediana de la escena, para que el movimiento no se tome por un error.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>Only pixels with at least this temporal coherence tell about the errors; all pixels are corrected. Series without the layer: not looked at.</source>
      <translation>Solo informan sobre los errores los píxeles con al menos esta coherencia temporal; se corrigen todos. En series sin esa capa no se considera.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>Pixels with a result</source>
      <translation>Píxeles con resultado</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>Polynomial degree of the motion</source>
      <translation>Grado del polinomio del movimiento</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>Rate of the corrected series, mm a year.</source>
      <translation>Velocidad de la serie corregida, mm al año.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>Relative to the reference; give it where most of the scene moves, because the median of the rates is no help there.</source>
      <translation>Respecto a la referencia; indíquela si se mueve la mayor parte de la escena, porque entonces la mediana de las velocidades no sirve.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>Removed by date</source>
      <translation>Eliminado por fecha</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>Report</source>
      <translation>Informe</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>Shape of the time window</source>
      <translation>Forma de la ventana temporal</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>Space window (m)</source>
      <translation>Ventana espacial (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>Stable and coherent pixels</source>
      <translation>Píxeles estables y coherentes</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>Stable within (robust sigmas)</source>
      <translation>Estables dentro de (sigmas robustas)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>Standard deviation over stable pixels after (mm)</source>
      <translation>Desviación estándar en píxeles estables, después (mm)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>Standard deviation over stable pixels before (mm)</source>
      <translation>Desviación estándar en píxeles estables, antes (mm)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>Steps to find</source>
      <translation>Saltos que buscar</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>Such as earthquakes: YYYYMMDD, several separated by commas.</source>
      <translation>Como los terremotos: YYYYMMDD, varias separadas por comas.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>Table</source>
      <translation>Tabla</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>Taken from the rates, RMS (mm/yr)</source>
      <translation>Quitado de las velocidades, RMS (mm/yr)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>Takes off a displacement series what changes from date to date and is smooth in space: a model of the motion, with seasons and steps where a pixel's series supports them, is taken off stable and coherent pixels, the rest is high-passed in time and low-passed in space, and the result (the atmospheric phase screen) is subtracted from all pixels. Rates and their standard deviations stay those of the unfiltered series: a rate fitted to the filtered one would look surer than it is. Slow motion that the model lacks and that is smooth in space shrinks where it is faster than the time window; widen the window, or raise the degree, to keep it.</source>
      <translation>Elimina de una serie de desplazamiento lo que cambia de fecha en fecha y es suave en el espacio: se resta un modelo del movimiento, con estaciones y saltos donde la serie de un píxel los respalda, en los píxeles estables y coherentes, el resto se filtra con paso alto en el tiempo y paso bajo en el espacio, y el resultado (la pantalla atmosférica de fase) se resta de todos los píxeles. Las velocidades y sus desviaciones estándar siguen siendo las de la serie sin filtrar: una velocidad ajustada a la filtrada parecería más segura de lo que es. El movimiento lento que el modelo no contiene y que es suave en el espacio se reduce donde es más rápido que la ventana temporal; para conservarlo, amplíe la ventana o aumente el grado.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>The numbers of the report as CSV.</source>
      <translation>Los números del informe como CSV.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>Time series</source>
      <translation>Series temporales</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>Time window (days)</source>
      <translation>Ventana temporal (días)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>Triangle</source>
      <translation>Triángulo</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>Variance taken out (%)</source>
      <translation>Varianza eliminada (%)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>What was taken off, a band a date, mm.</source>
      <translation>Lo que se eliminó, una banda por fecha, mm.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>What was taken out</source>
      <translation>Lo que se eliminó</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>aps</source>
      <translation>aps</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>atmosphere</source>
      <translation>atmósfera</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>gaussian or triangle.</source>
      <translation>gaussian o triangle.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>high-pass</source>
      <translation>paso alto</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>low-pass</source>
      <translation>paso bajo</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>smoothing</source>
      <translation>suavizado</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>turbulence</source>
      <translation>turbulencia</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/closure.py" />
      <source>A row a pair: loop RMS and share of nonclosing pixels before and after, and share of corrected pixels. GeoPackage without geometry.</source>
      <translation>Una fila por par: RMS de los bucles y proporción de píxeles que no cierran antes y después, y proporción de píxeles corregidos. GeoPackage sin geometría.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/closure.py" />
      <source>Bridging of connected components</source>
      <translation>Unión por puentes de componentes conexas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/closure.py" />
      <source>Bridging, then phase closure</source>
      <translation>Unión por puentes, después cierre de fase</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/closure.py" />
      <source>Coherence of components</source>
      <translation>Coherencia de las componentes</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/closure.py" />
      <source>Corrected pairs</source>
      <translation>Pares corregidos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/closure.py" />
      <source>Corrected stack</source>
      <translation>Pila corregida</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/closure.py" />
      <source>Corrected values</source>
      <translation>Valores corregidos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/closure.py" />
      <source>Correction</source>
      <translation>Corrección</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/closure.py" />
      <source>Corrections of fewer connected pixels of a pair are left out whatever their evidence.</source>
      <translation>Las correcciones de menos píxeles conectados de un par se dejan fuera, sea cual sea su evidencia.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/closure.py" />
      <source>Counts at every pixel the triplets of interferograms whose phases do not add up to zero: somewhere in them a pair was unwrapped wrongly by whole cycles. Corrects such errors by bridging reliable components of each interferogram and by integer closure of the triplets of each pixel. A pixel uses the triplets that it has, and a correction is taken only where more of them close afterwards and noise does not explain as much; all other values keep their bits, and the log says what was left alone. Where pairs are in no triplet, bridging cannot be checked and is taken as it is.</source>
      <translation>Cuenta en cada píxel los tripletes de interferogramas cuyas fases no suman cero: en alguno de ellos un par se desenrolló mal en ciclos enteros. Corrige esos errores enlazando componentes fiables de cada interferograma (bridging) y mediante el cierre entero de los tripletes de cada píxel. Un píxel usa los tripletes que tiene, y una corrección solo se acepta donde después cierran más y el ruido no lo explica igual de bien; todos los demás valores quedan intactos bit a bit, y el registro dice qué se dejó sin tocar. Donde los pares no están en ningún triplete, el enlace no se puede comprobar y se acepta como está.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/closure.py" />
      <source>Largest window radius (pixels)</source>
      <translation>Radio máximo de ventana (píxeles)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/closure.py" />
      <source>Linear</source>
      <translation>Lineal</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/closure.py" />
      <source>Logarithm of the odds by which the closures speak for whole cycles and not for noise; connected pixels of a pair count together. 8 is 3000 to 1; 0 takes everything.</source>
      <translation>Logaritmo de la razón de probabilidades con que los cierres hablan de ciclos enteros y no de ruido; los píxeles conectados de un par cuentan juntos. 8 es 3000 a 1; 0 acepta todo.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/closure.py" />
      <source>Minimum evidence of a correction</source>
      <translation>Evidencia mínima de una corrección</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/closure.py" />
      <source>Minimum patch (pixels)</source>
      <translation>Mancha mínima (píxeles)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/closure.py" />
      <source>Minimum size of components (pixels)</source>
      <translation>Tamaño mínimo de las componentes (píxeles)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/closure.py" />
      <source>Nonclosing triplets after</source>
      <translation>Tripletes que no cierran, después</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/closure.py" />
      <source>Nonclosing triplets before</source>
      <translation>Tripletes que no cierran, antes</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/closure.py" />
      <source>None</source>
      <translation>Ninguno</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/closure.py" />
      <source>Number of triplets with whole cycles left over at each pixel.</source>
      <translation>Número de tripletes en cada píxel a los que les sobran ciclos enteros.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/closure.py" />
      <source>Of the integer closure; larger values correct fewer pairs.</source>
      <translation>Del cierre entero; valores mayores corrigen menos pares.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/closure.py" />
      <source>Only map the errors</source>
      <translation>Solo cartografiar los errores</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/closure.py" />
      <source>Phase closure and unwrapping errors</source>
      <translation>Cierre de fase y errores de desenrollado</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/closure.py" />
      <source>Phase closure of triplets</source>
      <translation>Cierre de fase de tripletes</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/closure.py" />
      <source>Pixels with nonclosing triplets after</source>
      <translation>Píxeles con tripletes que no cierran, después</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/closure.py" />
      <source>Pixels with nonclosing triplets before</source>
      <translation>Píxeles con tripletes que no cierran, antes</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/closure.py" />
      <source>Quadratic</source>
      <translation>Cuadrático</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/closure.py" />
      <source>Ramp</source>
      <translation>Rampa</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/closure.py" />
      <source>Share of nonclosing triplets after</source>
      <translation>Proporción de tripletes que no cierran, después</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/closure.py" />
      <source>Share of nonclosing triplets before</source>
      <translation>Proporción de tripletes que no cierran, antes</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/closure.py" />
      <source>Smaller ones are not bridged.</source>
      <translation>Las menores no se enlazan.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/closure.py" />
      <source>Stack of interferograms</source>
      <translation>Pila de interferogramas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/closure.py" />
      <source>Surface taken out while bridges are measured.</source>
      <translation>Superficie que se elimina mientras se miden los enlaces.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/closure.py" />
      <source>Table of pairs</source>
      <translation>Tabla de pares</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/closure.py" />
      <source>The stack file of 'Import interferogram stack', or MintPy's ifgramStack.h5. Its connectComponent is used where it has one.</source>
      <translation>El archivo de pila de 'Importar pila de interferogramas', o ifgramStack.h5 de MintPy. Se usa su connectComponent si lo tiene.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/closure.py" />
      <source>The stack with whole cycles added where they help; not with the correction 'none'.</source>
      <translation>La pila con ciclos enteros añadidos donde ayudan; no con la corrección 'none'.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/closure.py" />
      <source>Triplets</source>
      <translation>Tripletes</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/closure.py" />
      <source>Values with doubtful corrections, left alone</source>
      <translation>Valores con correcciones dudosas, sin tocar</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/closure.py" />
      <source>Weight of sparsity</source>
      <translation>Peso de la parsimonia (sparsity)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/closure.py" />
      <source>Where the stack has no connected components they are built from pixels with at least this coherence and without a step of half a cycle between neighbours.</source>
      <translation>Si la pila no tiene componentes conexas, se construyen con píxeles de al menos esta coherencia y sin saltos de medio ciclo entre vecinos.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/closure.py" />
      <source>Windows at both ends of a bridge, whose medians are compared, are as wide as it is long, but no wider than this.</source>
      <translation>Las ventanas en ambos extremos de un enlace, cuyas medianas se comparan, son tan anchas como largo es el enlace, pero no más que esto.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/closure.py" />
      <source>ambiguity</source>
      <translation>ambigüedad</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/closure.py" />
      <source>bridging</source>
      <translation>enlace de componentes</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/closure.py" />
      <source>bridging_closure: bridging, then integer closure; bridging: between components of each pair; closure: integer closure by pixel; none: only map the errors.</source>
      <translation>bridging_closure: enlace y después cierre entero; bridging: enlace entre componentes de cada par; closure: cierre entero por píxel; none: solo cartografiar los errores.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/closure.py" />
      <source>loop</source>
      <translation>bucle</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/closure.py" />
      <source>triplet</source>
      <translation>triplete</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/closure.py" />
      <source>unwrapping error</source>
      <translation>error de desenrollado</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>After</source>
      <translation>Después</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Afterslip</source>
      <translation>Postdeslizamiento</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Against the vertical (not the local incidence), degrees; wins over the number.</source>
      <translation>Respecto a la vertical (no la incidencia local), en grados; prevalece sobre el número.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>An image of the event's day</source>
      <translation>Una imagen del día del evento</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Annual season</source>
      <translation>Estacionalidad anual</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>At the ground from the vertical, one for the scene; Sentinel-1: 29 to 46.</source>
      <translation>En el terreno, desde la vertical, una para la escena; Sentinel-1: de 29 a 46.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Bands east, north and up of the unit vector from the ground to the satellite, as 'Import velocity map' writes it; wins over the angles.</source>
      <translation>Bandas este, norte y vertical del vector unitario del terreno al satélite, como las escribe 'Importar mapa de velocidad'; prevalece sobre los ángulos.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Bands: control_std_mm, the step's standard deviation as the control dates' steps of the pixel have it; control_ratio, that over the one of the covariance.</source>
      <translation>Bandas: control_std_mm, la desviación estándar del salto según los saltos del píxel en las fechas de control; control_ratio, esa entre la de la covarianza.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Bands: step_mm, step_std_mm, and with afterslip afterslip_mm (a decade of time) and afterslip_std_mm. Input of 'Down-sample displacement'.</source>
      <translation>Bandas: step_mm, step_std_mm y, con postdeslizamiento, afterslip_mm (por década de tiempo) y afterslip_std_mm. Entrada de 'Submuestrear el desplazamiento'.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Before</source>
      <translation>Antes</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Common rate</source>
      <translation>Velocidad común</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Control dates</source>
      <translation>Fechas de control</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Coseismic stack</source>
      <translation>Apilado cosísmico</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Coseismic step</source>
      <translation>Salto cosísmico</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Counts as after the event, as before it, or is left out.</source>
      <translation>Cuenta como posterior al evento, como anterior a él, o se deja fuera.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Date of the event</source>
      <translation>Fecha del evento</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Dates after</source>
      <translation>Fechas posteriores</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Dates before</source>
      <translation>Fechas anteriores</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Dates of other steps</source>
      <translation>Fechas de otros saltos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Dates with their noise and weights, control dates with their false alarms.</source>
      <translation>Las fechas con su ruido y sus pesos, las fechas de control con sus falsas alarmas.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Dates within (days)</source>
      <translation>Fechas dentro de (días)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Dates without an event on which the same stack is tried, at most; 0: none.</source>
      <translation>Fechas sin evento en las que se prueba el mismo apilado, como máximo; 0: ninguna.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Detection ratio</source>
      <translation>Razón de detección</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Detection ratio from which on a step is detected</source>
      <translation>Razón de detección a partir de la cual se detecta un salto</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Errors by the control dates</source>
      <translation>Errores según las fechas de control</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Expected area</source>
      <translation>Área esperada</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>False alarms at control dates (%)</source>
      <translation>Falsas alarmas en las fechas de control (%)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Finds the step of an event that a single interferogram hides in its atmosphere, such as earthquakes of Mw 5 to 5.5 with 5 to 13 mm: all dates after it against all dates before it, each weighed by its own atmosphere, by generalised least squares with the covariance of all dates. The noise of the dates and how it is correlated in time come from the residuals of the scene; the standard deviation of a pixel also from its own. A common rate, a season, afterslip and other steps can be fitted along with it. Steps are relative to the far field. The same stack about control dates, on which nothing happened, measures the rate of false alarms. The result goes on to 'Down-sample displacement' and 'Search for the fault'.</source>
      <translation>Halla el salto de un evento que un solo interferograma esconde en su atmósfera, como los terremotos de Mw 5 a 5.5 con 5 a 13 mm: todas las fechas posteriores frente a todas las anteriores, cada una con el peso de su propia atmósfera, por mínimos cuadrados generalizados con la covarianza de todas las fechas. El ruido de las fechas y su correlación en el tiempo salen de los residuos de la escena; la desviación estándar de un píxel, también de los suyos. Con el salto se pueden ajustar una velocidad común, una estacionalidad, postdeslizamiento y otros saltos. Los saltos son relativos al campo lejano. El mismo apilado en fechas de control, en las que no pasó nada, mide la tasa de falsas alarmas. El resultado sigue a 'Submuestrear el desplazamiento' y 'Búsqueda de la falla'.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>First-order autoregressive, AR(1)</source>
      <translation>Autorregresivo de primer orden, AR(1)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Fit a log10(1 + t) after the event, t in days, with the step.</source>
      <translation>Ajustar con el salto un término a log10(1 + t) después del evento, con t en días.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Fit a rate before and after with the step. Without it slow motion goes into the step; with it the step's error is up to twice as large. The log tells how much.</source>
      <translation>Ajustar con el salto una velocidad común a antes y después. Sin ella, el movimiento lento pasa al salto; con ella, el error del salto es hasta el doble. El registro dice cuánto.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Fit a sine and a cosine with a period of a year, too.</source>
      <translation>Ajustar también un seno y un coseno con periodo de un año.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Flicker</source>
      <translation>Parpadeo</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Flight direction clockwise from north, degrees; wins over the number.</source>
      <translation>Dirección de vuelo en sentido horario desde el norte, en grados; prevalece sobre el número.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Flight direction clockwise from north; Sentinel-1: about 348 ascending, 192 descending.</source>
      <translation>Dirección de vuelo en sentido horario desde el norte; Sentinel-1: unos 348 ascendente, 192 descendente.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Gain over the best single pair</source>
      <translation>Ganancia sobre el mejor par individual</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Heading raster</source>
      <translation>Ráster de acimut de vuelo</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>How the dates' noise, whose size is estimated date by date, is correlated in time. auto: what explains the residuals of a sample of the scene best; the others as in 'Velocity model'.</source>
      <translation>Cómo se correlaciona en el tiempo el ruido de las fechas, cuya magnitud se estima fecha a fecha. auto: lo que mejor explica los residuos de una muestra de la escena; los demás, como en 'Modelo de velocidad'.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Incidence raster</source>
      <translation>Ráster de incidencia</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Keep as it is</source>
      <translation>Dejar como está</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Largest step (mm)</source>
      <translation>Mayor salto (mm)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Leave out</source>
      <translation>Dejar fuera</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Line-of-sight raster</source>
      <translation>Ráster de línea de vista</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Line-of-sight raster: north</source>
      <translation>Ráster de línea de vista: norte</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Line-of-sight raster: up</source>
      <translation>Ráster de línea de vista: vertical</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Mean</source>
      <translation>Media</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Median standard deviation of the step (mm)</source>
      <translation>Mediana de la desviación estándar del salto (mm)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Multiply the standard deviations by the factor that the control dates show.</source>
      <translation>Multiplicar las desviaciones estándar por el factor que muestran las fechas de control.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Noise</source>
      <translation>Ruido</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Noise and weight of every date.</source>
      <translation>Ruido y peso de cada fecha.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Of other events within the dates that are used: YYYYMMDD, several separated by commas. An image of that day counts as after it.</source>
      <translation>De otros eventos dentro de las fechas que se usan: YYYYMMDD, varias separadas por comas. Una imagen de ese día cuenta como posterior.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Of the event, on both sides; no limit if empty.</source>
      <translation>Del evento, a ambos lados; sin límite si está vacío.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Only pixels with at least this tell about noise and far field; all pixels get a step. Series without the layer: not looked at.</source>
      <translation>Solo los píxeles con al menos este valor informan del ruido y del campo lejano; todos los píxeles reciben un salto. Series sin la capa: no se mira.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Pixels with a detected step (%)</source>
      <translation>Píxeles con un salto detectado (%)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Plane</source>
      <translation>Plano</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Power law</source>
      <translation>Ley de potencia</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Random walk</source>
      <translation>Paseo aleatorio</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Rate of false alarms</source>
      <translation>Tasa de falsas alarmas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Scatter of the control dates over the standard deviation</source>
      <translation>Dispersión de las fechas de control entre la desviación estándar</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Share of pixels without a step whose step is called detected; control dates measure it.</source>
      <translation>Proporción de píxeles sin salto cuyo salto se da por detectado; las fechas de control la miden.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Step over standard deviation; the log tells from which size on it is detected.</source>
      <translation>Salto entre desviación estándar; el registro dice a partir de qué tamaño se detecta.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Taken off every date</source>
      <translation>Se quita de cada fecha</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>The nearest so many; all of the series if empty.</source>
      <translation>Las más cercanas, tantas como se diga; todas las de la serie si está vacío.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Unit vector from the ground to the satellite (east, north, up), where the look angles are given; for 'Down-sample displacement'.</source>
      <translation>Vector unitario del terreno al satélite (este, norte, vertical), si se dan los ángulos de vista; para 'Submuestrear el desplazamiento'.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>What the far field shows, by a robust fit: its mean, a plane or a quadratic surface, so that the step is relative to it. keep: nothing, the step is relative to the series' reference point. A plane needs a scene several times as wide as the signal.</source>
      <translation>Lo que muestra el campo lejano, por un ajuste robusto: su media, un plano o una superficie cuadrática, de modo que el salto es relativo a él. keep: nada, el salto es relativo al punto de referencia de la serie. Un plano requiere una escena varias veces más ancha que la señal.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Where the event may have moved the ground; the far field is what lies outside. Without it, it is the whole scene.</source>
      <translation>Donde el evento puede haber movido el terreno; el campo lejano es lo que queda fuera. Sin ella, es toda la escena.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Where the north component lies in a raster of its own, as LiCSAR's files have it; the line-of-sight raster above is then that of east alone.</source>
      <translation>Donde la componente norte está en un ráster propio, como en los archivos de LiCSAR; el ráster de línea de vista de arriba es entonces solo el del este.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Where the up component lies in a raster of its own, as LiCSAR's files have it; the line-of-sight raster above is then that of east alone.</source>
      <translation>Donde la componente vertical está en un ráster propio, como en los archivos de LiCSAR; el ráster de línea de vista de arriba es entonces solo el del este.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>White noise</source>
      <translation>Ruido blanco</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>YYYYMMDD; one event a run.</source>
      <translation>YYYYMMDD; un evento por ejecución.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>afterslip</source>
      <translation>postdeslizamiento</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>coseismic</source>
      <translation>cosísmico</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>covariance</source>
      <translation>covarianza</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>detection</source>
      <translation>detección</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>earthquake</source>
      <translation>terremoto</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>geometryGeo.h5 with incidenceAngle and azimuthAngle; wins over numbers and rasters.</source>
      <translation>geometryGeo.h5 con incidenceAngle y azimuthAngle; prevalece sobre números y rásteres.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>stack</source>
      <translation>pila</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>step</source>
      <translation>salto</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>weak</source>
      <translation>débil</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/demerror.py" />
      <source>DEM error</source>
      <translation>Error del MDE</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/demerror.py" />
      <source>DEM error correction</source>
      <translation>Corrección del error del MDE</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/demerror.py" />
      <source>DEM error standard deviation</source>
      <translation>Desviación estándar del error del MDE</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/demerror.py" />
      <source>Estimates the error of the elevation model at every pixel from the perpendicular baselines, jointly with a model of the motion, and takes its effect off the displacement series. The series must hold the baseline of every date. Maps the height error and its standard deviation.</source>
      <translation>Estima en cada píxel el error del modelo de elevación a partir de las líneas base perpendiculares, conjuntamente con un modelo del movimiento, y elimina su efecto de la serie de desplazamiento. La serie debe contener la línea base de cada fecha. Entrega mapas del error de altura y de su desviación estándar.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/demerror.py" />
      <source>Metres by which the ground lies above the elevation model.</source>
      <translation>Metros que el terreno está por encima del modelo de elevación.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/demerror.py" />
      <source>Metres, from the residuals.</source>
      <translation>Metros, a partir de los residuos.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/demerror.py" />
      <source>Where the geometry does not give it: from the vertical, one for the scene; from the series' attributes if empty.</source>
      <translation>Si la geometría no la da: desde la vertical, una para la escena; de los atributos de la serie si está vacío.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/demerror.py" />
      <source>baseline</source>
      <translation>línea base</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/demerror.py" />
      <source>geometryGeo.h5 of the same stack, for incidence and slant range. Without it the height error is scaled by one incidence and the distance to the orbit; the corrected series is the same.</source>
      <translation>geometryGeo.h5 de la misma pila, para incidencia y rango oblicuo. Sin él, el error de altura se escala con una sola incidencia y la distancia a la órbita; la serie corregida es la misma.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/demerror.py" />
      <source>height</source>
      <translation>altura</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/demerror.py" />
      <source>residual</source>
      <translation>residual</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/demerror.py" />
      <source>topography</source>
      <translation>topografía</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>ALOS</source>
      <translation>ALOS</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>Assumed motion</source>
      <translation>Movimiento supuesto</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>Beyond the long-wavelength data</source>
      <translation>Fuera de los datos de onda larga</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>C-band</source>
      <translation>banda C</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>Clough-Tocher spline</source>
      <translation>Spline de Clough-Tocher</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>For kriging's sample and the cross-validation.</source>
      <translation>Para la muestra del kriging y la validación cruzada.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>For remove: ifgramStack.h5, wrapped or unwrapped.</source>
      <translation>Para remove: ifgramStack.h5, enrollado o desenrollado.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>For remove: timeseries.h5 of the longer wavelength, on any grid.</source>
      <translation>Para remove: timeseries.h5 de la longitud de onda mayor, en cualquier cuadrícula.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>For restore: the model of the removal.</source>
      <translation>Para restore: el modelo de la eliminación.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>For restore: what 'SBAS inversion' made of the residual stack.</source>
      <translation>Para restore: lo que 'Inversión SBAS' obtuvo de la pila residual.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>Geometry of the long-wavelength series</source>
      <translation>Geometría de la serie de onda larga</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>Geometry of the stack</source>
      <translation>Geometría de la pila</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>In time: 1 is a constant rate, 2 has an acceleration.</source>
      <translation>En el tiempo: 1 es velocidad constante, 2 tiene aceleración.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>Instead of the series: points with fields DYYYYMMDD in mm, and los_east, los_north, los_up.</source>
      <translation>En lugar de la serie: puntos con campos DYYYYMMDD en mm, y los_east, los_north, los_up.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>Interpolation</source>
      <translation>Interpolación</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>Kriging</source>
      <translation>Kriging</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>L-band</source>
      <translation>banda L</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>Long-wavelength help for short-wavelength unwrapping</source>
      <translation>Ayuda de onda larga para desenrollar la onda corta</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>Long-wavelength nodes</source>
      <translation>Nodos de onda larga</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>Long-wavelength points</source>
      <translation>Puntos de onda larga</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>Long-wavelength series</source>
      <translation>Serie de onda larga</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>Look vectors, and heights for down_slope; not needed for same_los.</source>
      <translation>Vectores de observación, y alturas para down_slope; no necesario con same_los.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>Look vectors; not needed for points and for same_los.</source>
      <translation>Vectores de observación; no necesario con puntos ni con same_los.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>Maximum number of nodes</source>
      <translation>Número máximo de nodos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>Maximum number of nodes for kriging.</source>
      <translation>Número máximo de nodos para el kriging.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>Median of the largest phase error (rad)</source>
      <translation>Mediana del error de fase máximo (rad)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>Model that was removed</source>
      <translation>Modelo eliminado</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>Motion down the slope</source>
      <translation>Movimiento ladera abajo</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>NISAR</source>
      <translation>NISAR</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>Neighbours</source>
      <translation>Vecinos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>No data</source>
      <translation>Sin datos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>Nodes of a thin-plate spline.</source>
      <translation>Nodos de un spline de placa delgada.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>Nothing is predicted further from the next node; three times their spacing if empty.</source>
      <translation>No se predice nada más lejos del nodo más próximo; tres veces su espaciado si está vacío.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>Of the long-wavelength pixels that are used, where the series has one.</source>
      <translation>De los píxeles de onda larga que se usan, si la serie la tiene.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>Of the thin-plate spline; 0 goes through the nodes.</source>
      <translation>Del spline de placa delgada; 0 pasa por los nodos.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>Phase of the stack</source>
      <translation>Fase de la pila</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>Pixels of the long-wavelength series are averaged in cells to at most so many.</source>
      <translation>Los píxeles de la serie de onda larga se promedian en celdas hasta este número como máximo.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>Polynomial degree</source>
      <translation>Grado del polinomio</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>Prediction</source>
      <translation>Predicción</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>RMS error of the rate at nodes left out (mm/yr)</source>
      <translation>Error RMS de la velocidad en nodos excluidos (mm/yr)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>Reach of a node (m)</source>
      <translation>Alcance de un nodo (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>Remove the long-wavelength motion</source>
      <translation>Quitar el movimiento de longitud de onda larga</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>Residual stack</source>
      <translation>Pila residual</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>Restore the long-wavelength motion</source>
      <translation>Restituir el movimiento de longitud de onda larga</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>Restored series</source>
      <translation>Serie restaurada</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>Restored velocity</source>
      <translation>Velocidad restaurada</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>Same line of sight</source>
      <translation>La misma línea de vista</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>Sample</source>
      <translation>Muestra</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>Series of the residual stack</source>
      <translation>Serie de la pila residual</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>Share of steps too steep to unwrap, after</source>
      <translation>Proporción de saltos demasiado fuertes para desenrollar, después</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>Share of steps too steep to unwrap, before</source>
      <translation>Proporción de saltos demasiado fuertes para desenrollar, antes</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>Short-wavelength stack</source>
      <translation>Pila de onda corta</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>Smoothing</source>
      <translation>Suavizado</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>Thin-plate spline</source>
      <translation>Spline de placa delgada</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>Unwrapped phase</source>
      <translation>Fase desenrollada</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>Vertical motion</source>
      <translation>Movimiento vertical</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>What to do</source>
      <translation>Qué hacer</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>What turns one line of sight into the other: vertical motion, motion down the slope (vertical where it is under 5 degrees), or the same look of both.</source>
      <translation>Lo que convierte una línea de vista en la otra: movimiento vertical, movimiento pendiente abajo (vertical si es menor de 5 grados), o la misma observación en ambas.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>Where ground moves so fast that C- or X-band fringes run into each other, a displacement series of a longer wavelength (L band) can still be followed. 'remove' models that series by a polynomial in time at every point, turns it into the other line of sight under a stated assumption, interpolates it and takes its phase out of the short-wavelength stack, wrapped or unwrapped. After unwrapping and inversion of what is left, 'restore' adds it back. What was removed is restored exactly: errors of the prediction do not enter the result, they only leave more phase to unwrap.</source>
      <translation>Donde el terreno se mueve tan rápido que las franjas de banda C o X se confunden, aún se puede seguir una serie de desplazamiento de mayor longitud de onda (banda L). 'remove' modela esa serie con un polinomio en el tiempo en cada punto, la convierte a la otra línea de vista bajo un supuesto declarado, la interpola y elimina su fase de la pila de onda corta, enrollada o desenrollada. Tras desenrollar e invertir lo que queda, 'restore' la vuelve a sumar. Lo eliminado se restaura exactamente: los errores de la predicción no entran en el resultado, solo dejan más fase por desenrollar.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>Wrapped phase</source>
      <translation>Fase enrollada</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>X-band</source>
      <translation>banda X</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>auto takes it as wrapped where the stack has wrapPhase only, or no value is beyond pi. Wrapped phase stays wrapped: unwrap the residual stack, invert, then restore.</source>
      <translation>auto la toma como enrollada si la pila solo tiene wrapPhase o ningún valor supera pi. La fase enrollada sigue enrollada: desenrolle la pila residual, invierta y después restituya.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>kriging</source>
      <translation>kriging</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>landslide</source>
      <translation>deslizamiento de ladera</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>no_data drops the phase; keep leaves it, with a step at the edge.</source>
      <translation>no_data descarta la fase; keep la deja, con un salto en el borde.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>remove: predicted rate (mm/yr), its standard deviation, and the largest standard deviation of a pair's predicted phase (rad).</source>
      <translation>remove: velocidad predicha (mm/yr), su desviación estándar y la mayor desviación estándar de la fase predicha de un par (rad).</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>remove: take the predicted phase out of a stack; restore: add it back to the series that was inverted from what was left.</source>
      <translation>remove: eliminar la fase predicha de una pila; restore: sumarla de nuevo a la serie invertida a partir de lo que quedó.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>remove: the stack without the predicted phase, on the same grid and pairs.</source>
      <translation>remove: la pila sin la fase predicha, en la misma cuadrícula y con los mismos pares.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>remove: what was taken out, for restore.</source>
      <translation>remove: lo eliminado, para restore.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>restore: rate in mm/yr.</source>
      <translation>restore: velocidad en mm/yr.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>restore: the series with the motion added.</source>
      <translation>restore: la serie con el movimiento sumado.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>spline: Clough-Tocher spline through the nodes; thin_plate: thin-plate spline, which can smooth but is slow; kriging: Gaussian process on a sample of the nodes, for few or noisy points.</source>
      <translation>spline: spline de Clough-Tocher por los nodos; thin_plate: spline de placa delgada, que puede suavizar pero es lento; kriging: proceso gaussiano sobre una muestra de los nodos, para puntos escasos o ruidosos.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>unwrapping</source>
      <translation>desenrollado</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/network.py" />
      <source>A copy of the stack whose dropIfgram marks the pairs to use.</source>
      <translation>Una copia de la pila cuyo dropIfgram marca los pares que usar.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/network.py" />
      <source>A pixel counts against a pair where more than half of the pair's triplets do not close; 0.1 is a start; empty for no limit.</source>
      <translation>Un píxel cuenta en contra de un par si más de la mitad de los tripletes del par no cierran; 0.1 es un buen comienzo; vacío: sin límite.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/network.py" />
      <source>A row a pair: baselines, coherence, closure, whether it is kept, its subset and why it was dropped. GeoPackage without geometry.</source>
      <translation>Una fila por par: líneas base, coherencia, cierre, si se conserva, su subconjunto y por qué se descartó. GeoPackage sin geometría.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/network.py" />
      <source>Baselines over time and matrix of coherence, for the result viewer; numbers show under the mouse.</source>
      <translation>Líneas base en el tiempo y matriz de coherencia, para el visor de resultados; los valores aparecen bajo el ratón.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/network.py" />
      <source>Dates to leave out</source>
      <translation>Fechas que excluir</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/network.py" />
      <source>Dates without a pair</source>
      <translation>Fechas sin par</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/network.py" />
      <source>Describes the network of a stack of interferograms: perpendicular and temporal baselines, mean coherence and phase closure of every pair, the subsets that pairs join, and the rank of the system. Drops pairs by thresholds, by date or name, and by closure, while a spanning tree of the most coherent pairs can keep the network in one piece. The dropped pairs come out as text for 'Pairs to leave out' of the SBAS inversion, and as marks in a copy of the stack.</source>
      <translation>Describe la red de una pila de interferogramas: líneas base perpendiculares y temporales, coherencia media y cierre de fase de cada par, los subconjuntos que unen los pares y el rango del sistema. Descarta pares por umbrales, por fecha o nombre y por cierre, mientras un árbol de expansión de los pares más coherentes puede mantener la red en una pieza. Los pares descartados se entregan como texto para 'Pares que excluir' de la inversión SBAS y como marcas en una copia de la pila.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/network.py" />
      <source>Dropped pairs</source>
      <translation>Pares descartados</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/network.py" />
      <source>Interferogram network</source>
      <translation>Red de interferogramas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/network.py" />
      <source>Keep the spanning tree</source>
      <translation>Conservar el árbol de expansión</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/network.py" />
      <source>Largest loop RMS (rad)</source>
      <translation>RMS máximo de los bucles (rad)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/network.py" />
      <source>Largest perpendicular baseline (m)</source>
      <translation>Línea base perpendicular máxima (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/network.py" />
      <source>Largest share of nonclosing pixels</source>
      <translation>Proporción máxima de píxeles que no cierran</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/network.py" />
      <source>Largest temporal baseline (days)</source>
      <translation>Línea base temporal máxima (días)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/network.py" />
      <source>Minimum mean coherence</source>
      <translation>Coherencia media mínima</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/network.py" />
      <source>Network plot (HTML)</source>
      <translation>Gráfico de la red (HTML)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/network.py" />
      <source>Network plot (PNG)</source>
      <translation>Gráfico de la red (PNG)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/network.py" />
      <source>Pairs dropped</source>
      <translation>Pares descartados</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/network.py" />
      <source>Pairs kept</source>
      <translation>Pares conservados</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/network.py" />
      <source>Pairs of the spanning tree of highest coherence stay whatever the limits say, so that no date is lost and the network is not cut.</source>
      <translation>Los pares del árbol de expansión de máxima coherencia se conservan digan lo que digan los límites, para que no se pierda ninguna fecha ni se corte la red.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/network.py" />
      <source>Pairs that span more days are dropped; empty for no limit.</source>
      <translation>Se descartan los pares que abarcan más días; vacío: sin límite.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/network.py" />
      <source>Pairs to leave out</source>
      <translation>Pares que excluir</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/network.py" />
      <source>Pairs whose coherence over the scene is lower on average are dropped; empty for no limit.</source>
      <translation>Se descartan los pares con menor coherencia media en la escena; vacío: sin límite.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/network.py" />
      <source>Pairs with a longer one of either sign are dropped; empty for no limit.</source>
      <translation>Se descartan los pares con una más larga, de cualquier signo; vacío: sin límite.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/network.py" />
      <source>Parts of the network</source>
      <translation>Partes de la red</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/network.py" />
      <source>RMS closure of the best triplet of a pair; LiCSBAS takes 1.5; empty for no limit.</source>
      <translation>Cierre RMS del mejor triplete de un par; LiCSBAS usa 1.5; vacío: sin límite.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/network.py" />
      <source>Rank</source>
      <translation>Rango</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/network.py" />
      <source>Stack with pairs dropped</source>
      <translation>Pila con pares descartados</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/network.py" />
      <source>The same plot as a picture.</source>
      <translation>El mismo gráfico como imagen.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/network.py" />
      <source>The stack file of 'Import interferogram stack', or MintPy's ifgramStack.h5.</source>
      <translation>El archivo de pila de 'Importar pila de interferogramas', o ifgramStack.h5 de MintPy.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/network.py" />
      <source>YYYYMMDD, several separated by commas.</source>
      <translation>YYYYMMDD, varias separadas por comas.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/network.py" />
      <source>YYYYMMDD_YYYYMMDD, several separated by commas.</source>
      <translation>YYYYMMDD_YYYYMMDD, varios separados por comas.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/network.py" />
      <source>coherence</source>
      <translation>coherencia</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/network.py" />
      <source>connectivity</source>
      <translation>conectividad</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/network.py" />
      <source>minimum spanning tree</source>
      <translation>árbol de expansión mínima</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/network.py" />
      <source>pairs</source>
      <translation>pares</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/ramps.py" />
      <source>Fit the height along with it</source>
      <translation>Ajustar la altura conjuntamente</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/ramps.py" />
      <source>Leave in the series</source>
      <translation>Dejar en la serie</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/ramps.py" />
      <source>Remove ramps</source>
      <translation>Eliminar rampas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/ramps.py" />
      <source>So that a delay on a slope is not taken for a ramp; what follows height stays in the series. Needs the geometry.</source>
      <translation>Para que un retardo en una ladera no se tome por una rampa; lo que sigue a la altura permanece en la serie. Requiere la geometría.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/ramps.py" />
      <source>Steady part of what is fitted</source>
      <translation>Parte constante de lo ajustado</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/ramps.py" />
      <source>Surface</source>
      <translation>Superficie</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/ramps.py" />
      <source>Take off</source>
      <translation>Quitar</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/ramps.py" />
      <source>Takes a plane or a quadratic surface off every date of a displacement series, as orbits, the ionosphere and long atmospheric waves leave them. The fit is robust and looks at stable and coherent pixels only; reference point and reference date stay zero. Ramps also hold long-wavelength motion: don't use it where that is what you look for.</source>
      <translation>Elimina de cada fecha de una serie de desplazamiento un plano o una superficie cuadrática, como los que dejan las órbitas, la ionosfera y las ondas atmosféricas largas. El ajuste es robusto y solo considera píxeles estables y coherentes; el punto y la fecha de referencia siguen en cero. Las rampas contienen también movimiento de onda larga: no la use si es eso lo que busca.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/ramps.py" />
      <source>Where most of the scene moves, a fit follows the motion. take: take off all that is fitted; keep: leave its rate and slow changes in the series; auto: leave them where they are more than errors that change from date to date make by chance, and say so.</source>
      <translation>Donde se mueve la mayor parte de la escena, un ajuste sigue al movimiento. take: quitar todo lo ajustado; keep: dejar su velocidad y sus cambios lentos en la serie; auto: dejarlos donde superan lo que dan por azar errores que cambian de fecha en fecha, y decirlo.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/ramps.py" />
      <source>deramp</source>
      <translation>eliminar rampa</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/ramps.py" />
      <source>geometryGeo.h5 of the same stack, for its height.</source>
      <translation>geometryGeo.h5 de la misma pila, por su altura.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/ramps.py" />
      <source>ionosphere</source>
      <translation>ionosfera</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/ramps.py" />
      <source>linear: a plane; quadratic: with curvature.</source>
      <translation>linear: un plano; quadratic: con curvatura.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/ramps.py" />
      <source>orbit</source>
      <translation>órbita</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/ramps.py" />
      <source>plane</source>
      <translation>plano</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/ramps.py" />
      <source>trend</source>
      <translation>tendencia</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>A displacement time series to continue: only dates after its end are solved, its own keep their values and its reference holds.</source>
      <translation>Una serie temporal de desplazamiento que continuar: solo se resuelven las fechas posteriores a su final, las suyas conservan sus valores y se mantiene su referencia.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>A pair counts at a pixel where its coherence is at least this.</source>
      <translation>Un par cuenta en un píxel donde su coherencia es al menos esta.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>A pixel is kept where at least this many pairs count.</source>
      <translation>Un píxel se conserva si cuentan en él al menos este número de pares.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>A rectangle whose mean is the reference; goes before the point.</source>
      <translation>Rectángulo cuya media es la referencia; tiene prioridad sobre el punto.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>Bootstrap block (dates)</source>
      <translation>Bloque del bootstrap (fechas)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>Bootstrap samples</source>
      <translation>Muestras bootstrap</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>Coherence threshold</source>
      <translation>Umbral de coherencia</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>Cramér-Rao bound</source>
      <translation>Cota de Cramér-Rao</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>Dates to solve again</source>
      <translation>Fechas que resolver de nuevo</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>Dates whose offset to the largest part of a cut network is an assumption.</source>
      <translation>Fechas cuyo desfase respecto a la mayor parte de una red cortada es un supuesto.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>Displacement by date</source>
      <translation>Desplazamiento por fecha</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>For nsbas: linear, quadratic or annual (linear with a yearly wave) motion. The linear one comes with a standard deviation of the rate, which holds if the motion is linear.</source>
      <translation>Para nsbas: movimiento linear (lineal), quadratic (cuadrático) o annual (lineal con una onda anual). El lineal incluye una desviación estándar de la velocidad, que es válida si el movimiento es lineal.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>HDF5 in MintPy's layout, metres; also holds rate and quality for the next tools.</source>
      <translation>HDF5 con la estructura de MintPy, en metros; contiene también velocidad y calidad para las herramientas siguientes.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>How well the pairs agree with the series, 0 to 1.</source>
      <translation>Lo bien que concuerdan los pares con la serie, de 0 a 1.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>Inverts a stack of unwrapped interferograms for the displacement of every date and its rate, with their uncertainty. Displacement is along the line of sight, positive towards the satellite, relative to the first date and the reference. Coherence threshold and minimum number of pairs make it the intermittent variant (ISBAS). Where the network is cut the series is a guess by the smallest rates or by a model of the motion (NSBAS): flagged in the layer of network subsets. Unwrapping errors can be rejected pixel by pixel, noisy dates weighed down, and new dates appended to an earlier series.</source>
      <translation>Invierte una pila de interferogramas desenrollados para obtener el desplazamiento de cada fecha y su velocidad, con su incertidumbre. El desplazamiento es en línea de vista, positivo hacia el satélite, relativo a la primera fecha y a la referencia. El umbral de coherencia y el número mínimo de pares dan la variante intermitente (ISBAS). Donde la red está cortada, la serie es una suposición según las velocidades mínimas o un modelo del movimiento (NSBAS): se marca en la capa de subconjuntos de la red. Se pueden rechazar errores de desenrollado píxel a píxel, restar peso a fechas ruidosas y añadir fechas nuevas a una serie anterior.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>Joined dates</source>
      <translation>Fechas unidas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>Least absolute deviations find the pairs that contradict the others at a pixel (by unwrapping errors), weighted least squares solve the rest. Where half of a date's pairs slipped, the place is taken that makes the smoother series. Off: plain weighted least squares, two to four times as fast.</source>
      <translation>Las desviaciones absolutas mínimas encuentran los pares que contradicen a los demás en un píxel (por errores de desenrollado), y los mínimos cuadrados ponderados resuelven el resto. Si falló la mitad de los pares de una fecha, se toma la posición que da la serie más suave. Desactivado: mínimos cuadrados ponderados simples, de dos a cuatro veces más rápidos.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>Linear with annual season</source>
      <translation>Lineal con ciclo anual</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>Median standard deviation (mm/yr)</source>
      <translation>Mediana de la desviación estándar (mm/yr)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>Minimum number of pairs</source>
      <translation>Número mínimo de pares</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>Minimum-norm velocity (SVD)</source>
      <translation>Velocidad de norma mínima (SVD)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>Model that bridges cuts</source>
      <translation>Modelo que salva los cortes</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>Motion model (NSBAS)</source>
      <translation>Modelo de movimiento (NSBAS)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>Neighbouring dates that are redrawn together, for noise that is correlated in time; 0 takes the cube root of their number.</source>
      <translation>Fechas vecinas que se remuestrean juntas, para ruido correlacionado en el tiempo; 0 toma la raíz cúbica de su número.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>Network subsets</source>
      <translation>Subconjuntos de la red</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>Noise by date</source>
      <translation>Ruido por fecha</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>Noise of the dates (mm)</source>
      <translation>Ruido de las fechas (mm)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>Noisy dates</source>
      <translation>Fechas ruidosas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>Noisy dates count less in the rate and, with weights by phase variance, their pairs in the inversion: 20180106:20, 20180118:12, *:5 (the star is all others), or the word estimated for a trial inversion that finds it. Empty: all dates alike.</source>
      <translation>Las fechas ruidosas cuentan menos en la velocidad y, con pesos por varianza de fase, sus pares en la inversión: 20180106:20, 20180118:12, *:5 (el asterisco son todas las demás), o la palabra estimated para una inversión de prueba que lo determina. Vacío: todas las fechas por igual.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>Number of pairs</source>
      <translation>Número de pares</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>Of the bootstrap; the same seed gives the same numbers.</source>
      <translation>Del bootstrap; la misma semilla da los mismos números.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>Of the rate from the pairs alone, mm a year; falls with the root of their number.</source>
      <translation>De la velocidad solo a partir de los pares, mm al año; disminuye con la raíz de su número.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>Of the rate's standard deviation. auto: correlated from date to date as a sample of the scene shows (white, autoregressive, flicker or another power law; the log says which). white: independent, beside the noise of the pairs. A bootstrap does without.</source>
      <translation>De la desviación estándar de la velocidad. auto: correlacionado de fecha en fecha según muestra una muestra de la escena (blanco, autorregresivo, parpadeo u otra ley de potencia; el registro dice cuál). white: independiente, además del ruido de los pares. Un bootstrap prescinde de él.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>Pairs taken for unwrapping errors at each pixel.</source>
      <translation>Pares tomados por errores de desenrollado en cada píxel.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>Pairs used</source>
      <translation>Pares usados</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>Pairs used (ISBAS: cohcount).</source>
      <translation>Pares usados (ISBAS: cohcount).</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>Parts that a pixel's own network is in: 1 whole, more: cut, 0: left out.</source>
      <translation>Partes de la red propia de un píxel: 1 entera, más: cortada, 0: excluido.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>Phase variance</source>
      <translation>Varianza de la fase</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>Pixels below become no data. 0 keeps all in the series; the tools that use it choose by themselves, from 0.7 on.</source>
      <translation>Los píxeles por debajo pasan a sin datos. 0 los conserva todos en la serie; las herramientas que la usan eligen por sí mismas, a partir de 0.7.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>Pixels whose network is cut</source>
      <translation>Píxeles cuya red está cortada</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>Previous time series</source>
      <translation>Serie temporal anterior</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>Range times azimuth looks of the interferograms; taken from the stack if empty.</source>
      <translation>Looks en rango por acimut de los interferogramas; los de la pila si está vacío.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>Rate along the line of sight, mm a year.</source>
      <translation>Velocidad en línea de vista, mm al año.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>Reference area</source>
      <translation>Área de referencia</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>Reference point</source>
      <translation>Punto de referencia</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>Reference radius (pixels)</source>
      <translation>Radio de la referencia (píxeles)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>Reference x</source>
      <translation>Referencia x</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>Reference y</source>
      <translation>Referencia y</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>Reject unwrapping errors</source>
      <translation>Rechazar errores de desenrollado</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>Rejected pairs</source>
      <translation>Pares rechazados</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>Residuals by pair and date</source>
      <translation>Residuos por par y fecha</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>SBAS inversion</source>
      <translation>Inversión SBAS</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>Squared coherence</source>
      <translation>Coherencia al cuadrado</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>Standard error (ISBAS)</source>
      <translation>Error estándar (ISBAS)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>Table of the root mean square residuals over the scene, mm: of every pair in the network, of every date in its pairs and about the rate; noisy ones are marked.</source>
      <translation>Tabla de los residuos cuadráticos medios en la escena, mm: de cada par en la red, de cada fecha en sus pares y respecto a la velocidad; se señalan los ruidosos.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>The neighbourhood of the point, given or found, whose mean is the reference; 0 takes the pixel alone, with its noise and gaps.</source>
      <translation>Entorno del punto, dado o hallado, cuya media es la referencia; 0 toma solo el píxel, con su ruido y sus huecos.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>The rate's standard deviation by bootstrap over dates and pairs; 0 for the analytical one, 200 are plenty. Where the network is cut there is none.</source>
      <translation>Desviación estándar de la velocidad por bootstrap sobre fechas y pares; 0 para la analítica, 200 son de sobra. Donde la red está cortada no hay ninguna.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>Uniform</source>
      <translation>Uniforme</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>Velocity standard deviation</source>
      <translation>Desviación estándar de la velocidad</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>Weights of the pairs</source>
      <translation>Pesos de los pares</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>Where the motion is taken as zero. Without point and area it is the stack's own (MintPy's REF_Y and REF_X), else the most coherent ground away from motion; the log names it.</source>
      <translation>Donde el movimiento se toma como cero. Sin punto ni área es la de la propia pila (REF_Y y REF_X de MintPy); si no, el terreno más coherente lejos del movimiento; el registro la nombra.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>Where the network is cut</source>
      <translation>Donde la red está cortada</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>With a previous series: so many of its last dates are solved again for the sake of the new ones, where the stack still has their pairs. More come closer to a full inversion.</source>
      <translation>Con una serie anterior: este número de sus últimas fechas se resuelve de nuevo en beneficio de las nuevas, donde la pila aún tiene sus pares. Cuantas más, más se aproxima a una inversión completa.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>displacement</source>
      <translation>desplazamiento</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>inversion</source>
      <translation>inversión</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>isbas</source>
      <translation>isbas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>minimum_norm: join the parts by the smallest rates, flagged; nsbas: join them so that the series fits a model of the motion best, flagged; no_data: leave the pixel out.</source>
      <translation>minimum_norm: unir las partes con las velocidades mínimas, con marca; nsbas: unirlas de modo que la serie se ajuste lo mejor posible a un modelo del movimiento, con marca; no_data: excluir el píxel.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>mm a year, from the series' residuals and the noise of the pairs.</source>
      <translation>mm al año, a partir de los residuos de la serie y del ruido de los pares.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>nsbas</source>
      <translation>nsbas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>phase_variance: inverse variance of the phase at its coherence and number of looks, exact for distributed targets; cramer_rao: its lower bound, for many looks; coherence: squared coherence; uniform: all alike.</source>
      <translation>phase_variance: inversa de la varianza de la fase con su coherencia y número de looks, exacta para blancos distribuidos; cramer_rao: su cota inferior, para muchos looks; coherence: coherencia al cuadrado; uniform: todos por igual.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>robust</source>
      <translation>robusto</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>small baseline</source>
      <translation>líneas base cortas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>subsidence</source>
      <translation>subsidencia</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/smallbaseline.py" />
      <source>A product's folder, as 'Import interferogram stack' takes it.</source>
      <translation>La carpeta de un producto, como la acepta 'Importar pila de interferogramas'.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/smallbaseline.py" />
      <source>Correct height errors</source>
      <translation>Corregir errores de altura</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/smallbaseline.py" />
      <source>ERA5 file</source>
      <translation>Archivo ERA5</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/smallbaseline.py" />
      <source>ERA5 weather model</source>
      <translation>Modelo meteorológico ERA5</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/smallbaseline.py" />
      <source>Filter in space (m)</source>
      <translation>Filtro en el espacio (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/smallbaseline.py" />
      <source>Filter in time (days)</source>
      <translation>Filtro en el tiempo (días)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/smallbaseline.py" />
      <source>Filter the atmosphere</source>
      <translation>Filtrar la atmósfera</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/smallbaseline.py" />
      <source>Folder for intermediate files</source>
      <translation>Carpeta para archivos intermedios</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/smallbaseline.py" />
      <source>From the perpendicular baselines, where they are known, jointly with the motion model and an acceleration.</source>
      <translation>A partir de las líneas base perpendiculares, si se conocen, conjuntamente con el modelo de movimiento y una aceleración.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/smallbaseline.py" />
      <source>GACOS delays</source>
      <translation>Retardos de GACOS</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/smallbaseline.py" />
      <source>GACOS folder</source>
      <translation>Carpeta GACOS</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/smallbaseline.py" />
      <source>Good pixels with their rate and series.</source>
      <translation>Píxeles buenos con su velocidad y su serie.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/smallbaseline.py" />
      <source>HDF5 in MintPy's layout, after all corrections.</source>
      <translation>HDF5 con la estructura de MintPy, tras todas las correcciones.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/smallbaseline.py" />
      <source>HTML page: what every step did, in numbers and plots.</source>
      <translation>Página HTML: qué hizo cada paso, en números y gráficos.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/smallbaseline.py" />
      <source>High-pass in time, low-pass in space: smooths the series. Motion that is short in time and wide in space goes with it.</source>
      <translation>Paso alto en el tiempo, paso bajo en el espacio: suaviza la serie. Se lleva consigo el movimiento breve en el tiempo y extenso en el espacio.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/smallbaseline.py" />
      <source>Keeps the stacks and the series between the steps; without it they go away.</source>
      <translation>Conserva las pilas y las series entre los pasos; sin ella se eliminan.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/smallbaseline.py" />
      <source>Leaves out the pairs that contradict the others at a pixel, after what the correction of unwrapping errors has left; see 'SBAS inversion'. Off: two to four times as fast.</source>
      <translation>Deja fuera los pares que contradicen a los demás en un píxel, tras lo que ha dejado la corrección de errores de desenrollado; véase 'Inversión SBAS'. Desactivado: de dos a cuatro veces más rápido.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/smallbaseline.py" />
      <source>Mean RMS of the residuals (mm)</source>
      <translation>RMS medio de los residuos (mm)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/smallbaseline.py" />
      <source>Median standard deviation of the rate (mm/yr)</source>
      <translation>Mediana de la desviación estándar de la velocidad (mm/yr)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/smallbaseline.py" />
      <source>Metres.</source>
      <translation>Metros.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/smallbaseline.py" />
      <source>Minimum mean coherence of a pair</source>
      <translation>Coherencia media mínima de un par</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/smallbaseline.py" />
      <source>NetCDF on pressure levels for every date (era5).</source>
      <translation>NetCDF en niveles de presión para cada fecha (era5).</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/smallbaseline.py" />
      <source>Of a folder whose product does not say: Sentinel-1 0.05546576.</source>
      <translation>De una carpeta cuyo producto no la indica: Sentinel-1 0.05546576.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/smallbaseline.py" />
      <source>Of points, and of the pixels that tell about the errors.</source>
      <translation>De los puntos, y de los píxeles que informan sobre los errores.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/smallbaseline.py" />
      <source>Pairs of the spanning tree of highest coherence stay whatever the limits say.</source>
      <translation>Los pares del árbol de expansión de máxima coherencia se conservan digan lo que digan los límites.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/smallbaseline.py" />
      <source>Pairs with a longer one are dropped; empty for no limit.</source>
      <translation>Se descartan los pares con una más larga; vacío: sin límite.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/smallbaseline.py" />
      <source>Phase against height, linear</source>
      <translation>Fase frente a la altura, lineal</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/smallbaseline.py" />
      <source>Phase against height, quadratic</source>
      <translation>Fase frente a la altura, cuadrática</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/smallbaseline.py" />
      <source>Phases given whole cycles</source>
      <translation>Fases a las que se sumaron ciclos enteros</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/smallbaseline.py" />
      <source>Ramps</source>
      <translation>Rampas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/smallbaseline.py" />
      <source>Rate with its standard deviation, then the other coefficients of the motion model.</source>
      <translation>Velocidad con su desviación estándar, y después los demás coeficientes del modelo de movimiento.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/smallbaseline.py" />
      <source>See 'SBAS inversion'. Stacks without a coherence are inverted with equal weights.</source>
      <translation>Véase 'Inversión SBAS'. Las pilas sin coherencia se invierten con pesos iguales.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/smallbaseline.py" />
      <source>Small-baseline chain</source>
      <translation>Cadena de líneas base cortas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/smallbaseline.py" />
      <source>Standard deviation of the Gaussian.</source>
      <translation>Desviación estándar de la gaussiana.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/smallbaseline.py" />
      <source>Steps that were done</source>
      <translation>Pasos realizados</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/smallbaseline.py" />
      <source>Surface taken off every date.</source>
      <translation>Superficie que se elimina de cada fecha.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/smallbaseline.py" />
      <source>The whole way from unwrapped interferograms to a velocity in one run: import, choice of pairs, correction of unwrapping errors, SBAS inversion, troposphere, height errors, ramps, atmosphere filter, velocity, points. A step that the data do not carry (no heights, no baselines, no triplets) is left out, which the log and the report say. Each step is a tool of its own, too, with more options; the model 'Small-baseline chain, step by step' puts them together to be changed.</source>
      <translation>Todo el camino desde interferogramas desenrollados hasta una velocidad en una ejecución: importación, elección de pares, corrección de errores de desenrollado, inversión SBAS, troposfera, errores de altura, rampas, filtro atmosférico, velocidad, puntos. Un paso que los datos no permiten (sin alturas, sin líneas base, sin tripletes) se omite, y el registro y el informe lo indican. Cada paso es también una herramienta propia, con más opciones; el modelo 'Cadena de líneas base cortas, paso a paso' los reúne para modificarlos.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/smallbaseline.py" />
      <source>Troposphere</source>
      <translation>Troposfera</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/smallbaseline.py" />
      <source>Unwrapping errors</source>
      <translation>Errores de desenrollado</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/smallbaseline.py" />
      <source>Velocity as HDF5</source>
      <translation>Velocidad como HDF5</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/smallbaseline.py" />
      <source>Where the motion is taken as zero; the most coherent ground away from motion if empty.</source>
      <translation>Donde el movimiento se toma como cero; si está vacío, el terreno más coherente lejos del movimiento.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/smallbaseline.py" />
      <source>YYYYMMDD.ztd with YYYYMMDD.ztd.rsc for every date (gacos).</source>
      <translation>YYYYMMDD.ztd con YYYYMMDD.ztd.rsc para cada fecha (gacos).</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/smallbaseline.py" />
      <source>all in one</source>
      <translation>todo en uno</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/smallbaseline.py" />
      <source>bridging_closure: whole cycles between reliable components, then those that make triplets close; one of the two alone; none: left as they are.</source>
      <translation>bridging_closure: ciclos enteros entre componentes fiables y después los que hacen cerrar los tripletes; uno solo de los dos; none: se dejan como están.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/smallbaseline.py" />
      <source>geometryGeo.h5 of a stack file; the one beside it if empty. Folders bring their own.</source>
      <translation>geometryGeo.h5 de un archivo de pila; el que está a su lado si está vacío. Las carpetas traen el suyo.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/smallbaseline.py" />
      <source>ifgramStack.h5 of 'Import interferogram stack' or of MintPy, instead of a folder.</source>
      <translation>ifgramStack.h5 de 'Importar pila de interferogramas' o de MintPy, en lugar de una carpeta.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/smallbaseline.py" />
      <source>linear, quadratic: what follows height, over the scene; gacos, era5: a weather model's delays; none.</source>
      <translation>linear, quadratic: lo que sigue a la altura, en toda la escena; gacos, era5: retardos de un modelo meteorológico; none: ninguna.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/smallbaseline.py" />
      <source>or stack file</source>
      <translation>o archivo de pila</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/smallbaseline.py" />
      <source>sbas</source>
      <translation>sbas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/smallbaseline.py" />
      <source>velocity</source>
      <translation>velocidad</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/smallbaseline.py" />
      <source>velocity.h5 in MintPy's layout.</source>
      <translation>velocity.h5 con la estructura de MintPy.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/smallbaseline.py" />
      <source>workflow</source>
      <translation>flujo de trabajo</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/stacking.py" />
      <source>Averages a stack of unwrapped interferograms into a rate: the sum of weight x span x phase over the sum of weight x span squared. Quick, needs no connected network, and averages the atmosphere down; right for steady motion only. The rate is along the line of sight, positive towards the satellite, relative to the reference. Its standard deviation counts that pairs with a date in common share that date's atmosphere.</source>
      <translation>Promedia una pila de interferogramas desenrollados en una velocidad: la suma de peso x intervalo x fase dividida por la suma de peso x intervalo al cuadrado. Es rápida, no necesita una red conexa y atenúa la atmósfera por promedio; válida solo para movimiento constante. La velocidad es en línea de vista, positiva hacia el satélite, relativa a la referencia. Su desviación estándar tiene en cuenta que los pares con una fecha en común comparten la atmósfera de esa fecha.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/stacking.py" />
      <source>Consecutive pairs only</source>
      <translation>Solo pares consecutivos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/stacking.py" />
      <source>Noise of dates</source>
      <translation>Ruido de las fechas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/stacking.py" />
      <source>Noise of pairs</source>
      <translation>Ruido de los pares</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/stacking.py" />
      <source>Pairs used at each pixel.</source>
      <translation>Pares usados en cada píxel.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/stacking.py" />
      <source>Rate by stacking</source>
      <translation>Velocidad por apilamiento</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/stacking.py" />
      <source>Take only pairs of neighbouring dates, whose coherence is best and whose atmosphere cancels from one to the next.</source>
      <translation>Tomar solo pares de fechas consecutivas, cuya coherencia es la mejor y cuya atmósfera se cancela de uno al siguiente.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/stacking.py" />
      <source>average</source>
      <translation>promedio</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/stacking.py" />
      <source>dates: by date (atmosphere) and by pair (decorrelation), both estimated from the residuals; pairs: every pair errs by itself, which is too hopeful in dense networks.</source>
      <translation>dates: por fecha (atmósfera) y por par (decorrelación), ambos estimados a partir de los residuos; pairs: cada par yerra por su cuenta, lo que es demasiado optimista en redes densas.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/stacking.py" />
      <source>mm a year, from the scatter of the pairs; no data for less than 3 pairs.</source>
      <translation>mm al año, a partir de la dispersión de los pares; sin datos con menos de 3 pares.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/stacking.py" />
      <source>phase_variance: inverse variance of the phase at its coherence and number of looks, and of the atmosphere of its dates, which the scene's residuals tell (with the noise 'pairs': without); cramer_rao: likewise with its lower bound, for many looks; coherence: squared coherence; uniform: all alike, also where the stack holds no coherence.</source>
      <translation>phase_variance: inversa de la varianza de la fase con su coherencia y número de looks, y de la atmósfera de sus fechas, que indican los residuos de la escena (con el ruido 'pairs': sin ella); cramer_rao: igual, con su cota inferior, para muchos looks; coherence: coherencia al cuadrado; uniform: todos por igual, también si la pila no contiene coherencia.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/timeseriestopoints.py" />
      <source>Clip to polygons</source>
      <translation>Recortar con polígonos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/timeseriestopoints.py" />
      <source>Every n-th pixel</source>
      <translation>Uno de cada n píxeles</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/timeseriestopoints.py" />
      <source>GeoPackage in the CRS of the series.</source>
      <translation>GeoPackage en el SRC de la serie.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/timeseriestopoints.py" />
      <source>HDF5 in MintPy's layout (timeseries.h5). Series of 'SBAS inversion' bring rate and quality along; for others a constant rate is fitted.</source>
      <translation>HDF5 con la estructura de MintPy (timeseries.h5). Las series de 'Inversión SBAS' traen velocidad y calidad; a las demás se les ajusta una velocidad constante.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/timeseriestopoints.py" />
      <source>Keep pixels whose network is cut</source>
      <translation>Conservar los píxeles cuya red está cortada</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/timeseriestopoints.py" />
      <source>Largest standard deviation (mm/yr)</source>
      <translation>Desviación estándar máxima (mm/yr)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/timeseriestopoints.py" />
      <source>Linked images</source>
      <translation>Imágenes enlazadas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/timeseriestopoints.py" />
      <source>Of 'Distributed scatterers', for series made from them: the points' coherence is the goodness of fit of their phases then, and the kind of scatterer (1: distributed, 2: persistent), its neighbours and its expected phase noise are added.</source>
      <translation>De 'Dispersores distribuidos', para series creadas con ellos: la coherencia de los puntos es entonces la bondad de ajuste de sus fases, y se añaden el tipo de dispersor (1: distribuido, 2: persistente), sus vecinos y su ruido de fase esperado.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/timeseriestopoints.py" />
      <source>Only pixels whose centre lies in one of the polygons (of the selected ones, if some are selected) become points.</source>
      <translation>Solo se convierten en puntos los píxeles cuyo centro está en uno de los polígonos (en los seleccionados, si los hay).</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/timeseriestopoints.py" />
      <source>Pixels below are left out; 0 for series without a temporal coherence.</source>
      <translation>Se excluyen los píxeles por debajo; 0 para series sin coherencia temporal.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/timeseriestopoints.py" />
      <source>Pixels left out for their quality</source>
      <translation>Píxeles excluidos por su calidad</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/timeseriestopoints.py" />
      <source>Pixels whose rate is less certain are left out.</source>
      <translation>Se excluyen los píxeles cuya velocidad es menos segura.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/timeseriestopoints.py" />
      <source>The geometry file of the stack: adds height, incidence and line of sight (east, north, up; ground to satellite).</source>
      <translation>El archivo de geometría de la pila: añade altura, incidencia y línea de vista (este, norte, vertical; del terreno al satélite).</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/timeseriestopoints.py" />
      <source>Their series is a guess between its parts.</source>
      <translation>Su serie es una suposición entre sus partes.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/timeseriestopoints.py" />
      <source>Thins out in rows and columns.</source>
      <translation>Reduce la densidad por filas y columnas.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/timeseriestopoints.py" />
      <source>Time series to points</source>
      <translation>Serie temporal a puntos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/timeseriestopoints.py" />
      <source>Turns the good pixels of a displacement time series into points with their rate, its standard deviation, the temporal coherence (field 'coherence') and the displacement of every date in mm (fields DYYYYMMDD), as viewers of series expect them.</source>
      <translation>Convierte los píxeles buenos de una serie temporal de desplazamiento en puntos con su velocidad, su desviación estándar, la coherencia temporal (campo 'coherence') y el desplazamiento de cada fecha en mm (campos DYYYYMMDD), como los esperan los visores de series.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/timeseriestopoints.py" />
      <source>export</source>
      <translation>exportar</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/timeseriestopoints.py" />
      <source>geopackage</source>
      <translation>geopackage</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/timeseriestopoints.py" />
      <source>viewer</source>
      <translation>visor</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/troposphere.py" />
      <source>Correct also the dates whose variance over the stable pixels grows by it; they are named in the log either way.</source>
      <translation>Corregir también las fechas cuya varianza en los píxeles estables aumenta con ello; en ambos casos el registro las indica.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/troposphere.py" />
      <source>Correct noisier dates, too</source>
      <translation>Corregir también las fechas que empeoran</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/troposphere.py" />
      <source>Dependence on height</source>
      <translation>Dependencia de la altura</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/troposphere.py" />
      <source>ERA5 folder</source>
      <translation>Carpeta ERA5</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/troposphere.py" />
      <source>Fit a ramp along with the height</source>
      <translation>Ajustar una rampa junto con la altura</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/troposphere.py" />
      <source>For era5; taken from the series (CENTER_LINE_UTC) if empty.</source>
      <translation>Para era5; de la serie (CENTER_LINE_UTC) si está vacío.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/troposphere.py" />
      <source>For the methods in windows, which overlap by half: about twice the distance over which the weather changes. A window with little relief takes the scene's values.</source>
      <translation>Para los métodos por ventanas, que se solapan a la mitad: alrededor del doble de la distancia en que cambia el tiempo atmosférico. Una ventana con poco relieve toma los valores de la escena.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/troposphere.py" />
      <source>For the weather models, where no geometry is given: from the vertical, one for the scene.</source>
      <translation>Para los modelos meteorológicos, si no se da geometría: desde la vertical, una para la escena.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/troposphere.py" />
      <source>Holds YYYYMMDD.ztd with YYYYMMDD.ztd.rsc for every date (method gacos).</source>
      <translation>Contiene YYYYMMDD.ztd con YYYYMMDD.ztd.rsc para cada fecha (método gacos).</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/troposphere.py" />
      <source>Holds such files (*.nc), where they are several.</source>
      <translation>Contiene esos archivos (*.nc), si son varios.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/troposphere.py" />
      <source>Hour of the pass (UTC)</source>
      <translation>Hora de la pasada (UTC)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/troposphere.py" />
      <source>Minimum correlation with height</source>
      <translation>Correlación mínima con la altura</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/troposphere.py" />
      <source>NetCDF of ERA5 on pressure levels with temperature, humidity (specific or relative) and geopotential, for every date at hours about the pass (method era5).</source>
      <translation>NetCDF de ERA5 en niveles de presión con temperatura, humedad (específica o relativa) y geopotencial, para cada fecha a horas próximas a la pasada (método era5).</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/troposphere.py" />
      <source>Of a principal component to be taken out (pca_windows).</source>
      <translation>De una componente principal que eliminar (pca_windows).</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/troposphere.py" />
      <source>Phase against height</source>
      <translation>Fase frente a la altura</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/troposphere.py" />
      <source>Phase against height, in windows</source>
      <translation>Fase frente a la altura, por ventanas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/troposphere.py" />
      <source>Principal components, in windows (PCA)</source>
      <translation>Componentes principales, por ventanas (PCA)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/troposphere.py" />
      <source>Size of the windows (m)</source>
      <translation>Tamaño de las ventanas (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/troposphere.py" />
      <source>So that a ramp is not taken for a dependence on height; the ramp stays in the series. For the method height.</source>
      <translation>Para que una rampa no se tome por una dependencia de la altura; la rampa permanece en la serie. Para el método height.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/troposphere.py" />
      <source>Takes the delay of the troposphere off a displacement series: what follows height, over the scene or in overlapping windows that are stitched smoothly, or the delay of a weather model (GACOS files, ERA5 on pressure levels). Fits look at stable and coherent pixels only. Reference point and reference date stay zero. Reports the variance taken out by date; dates that would become noisier are named and left as they are.</source>
      <translation>Elimina de una serie de desplazamiento el retardo troposférico: lo que sigue a la altura, en toda la escena o en ventanas solapadas que se empalman con suavidad, o el retardo de un modelo meteorológico (archivos GACOS, ERA5 en niveles de presión). Los ajustes solo consideran píxeles estables y coherentes. El punto y la fecha de referencia siguen en cero. Informa de la varianza eliminada por fecha; las fechas que se volverían más ruidosas se indican y se dejan como están.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/troposphere.py" />
      <source>Tropospheric correction</source>
      <translation>Corrección troposférica</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/troposphere.py" />
      <source>delay</source>
      <translation>retardo</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/troposphere.py" />
      <source>elevation</source>
      <translation>elevación</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/troposphere.py" />
      <source>era5</source>
      <translation>era5</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/troposphere.py" />
      <source>gacos</source>
      <translation>gacos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/troposphere.py" />
      <source>geometryGeo.h5 of the same stack: height for all methods but gacos, incidence for the weather models.</source>
      <translation>geometryGeo.h5 de la misma pila: altura para todos los métodos salvo gacos, incidencia para los modelos meteorológicos.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/troposphere.py" />
      <source>height: displacement against height over the whole scene; height_windows: in overlapping windows, stitched; pca_windows: likewise, by the principal components of each window that follow height; gacos, era5: delays of a weather model.</source>
      <translation>height: desplazamiento frente a altura en toda la escena; height_windows: en ventanas solapadas y empalmadas; pca_windows: igual, con las componentes principales de cada ventana que siguen a la altura; gacos, era5: retardos de un modelo meteorológico.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/troposphere.py" />
      <source>linear, or quadratic where the scene has more than a kilometre of relief.</source>
      <translation>linear, o quadratic si la escena tiene más de un kilómetro de desnivel.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/troposphere.py" />
      <source>pca</source>
      <translation>pca</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/troposphere.py" />
      <source>stratified</source>
      <translation>estratificado</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/troposphere.py" />
      <source>weather</source>
      <translation>meteorología</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>A regular subset of so many pixels is taken.</source>
      <translation>Se toma un subconjunto regular de este número de píxeles.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Angle between the look vectors (degrees)</source>
      <translation>Ángulo entre los vectores de observación (grados)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>As for InSAR.</source>
      <translation>Como para InSAR.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>At the ground from the vertical; with the heading, instead of a geometry file.</source>
      <translation>En el terreno, desde la vertical; con el acimut de vuelo, en lugar de un archivo de geometría.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Average within (days)</source>
      <translation>Promediar dentro de (días)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Bias (mm/yr)</source>
      <translation>Sesgo (mm/yr)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Bias before the common reference (mm/yr)</source>
      <translation>Sesgo antes de la referencia común (mm/yr)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Common reference</source>
      <translation>Referencia común</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Compares InSAR rates with GNSS or levelling points, or with a second InSAR result: pairs them, brings them to one line of sight, time and reference, and gives bias, RMSE, correlation, regression with errors in both, and whether the standard deviations are honest. Every pair and the whole get a class from A to D. Where both sides have series (fields DYYYYMMDD, or a row for each date), rates are fitted on common dates. Vertical ground data are compared under the assumption of no horizontal motion.</source>
      <translation>Compara velocidades InSAR con puntos GNSS o de nivelación, o con un segundo resultado InSAR: los empareja, los lleva a una misma línea de vista, tiempo y referencia, y da sesgo, RMSE, correlación, regresión con errores en ambos y si las desviaciones estándar son realistas. Cada par y el conjunto reciben una clase de A a D. Si ambos lados tienen series (campos DYYYYMMDD, o una fila por fecha), las velocidades se ajustan en las fechas comunes. Los datos de terreno verticales se comparan suponiendo que no hay movimiento horizontal.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Correlation</source>
      <translation>Correlación</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Distance (m)</source>
      <translation>Distancia (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>East and north (horizontal GNSS)</source>
      <translation>Este y norte (GNSS horizontal)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>East, north, up (GNSS)</source>
      <translation>Este, norte, vertical (GNSS)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Field: InSAR rate</source>
      <translation>Campo: velocidad InSAR</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Field: InSAR standard deviation</source>
      <translation>Campo: desviación estándar InSAR</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Field: date of the row</source>
      <translation>Campo: fecha de la fila</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Field: east rate</source>
      <translation>Campo: velocidad este</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Field: name of the station</source>
      <translation>Campo: nombre de la estación</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Field: north rate</source>
      <translation>Campo: velocidad norte</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Field: rate along the line of sight</source>
      <translation>Campo: velocidad en línea de vista</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Field: standard deviation along the line of sight</source>
      <translation>Campo: desviación estándar en línea de vista</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Field: standard deviation of east</source>
      <translation>Campo: desviación estándar del este</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Field: standard deviation of north</source>
      <translation>Campo: desviación estándar del norte</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Field: standard deviation of up</source>
      <translation>Campo: desviación estándar de la vertical</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Field: up rate</source>
      <translation>Campo: velocidad vertical</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Flight direction clockwise from north, right-looking: about -12 ascending, 192 descending.</source>
      <translation>Dirección de vuelo en sentido horario desde el norte, con radar que mira a la derecha: unos -12 ascendente, 192 descendente.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>For the reference 'area'.</source>
      <translation>Para la referencia 'area'.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>For the reference 'point'.</source>
      <translation>Para la referencia 'point'.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>GNSS or levelling points with rates or series in their fields (also CSV with columns of longitude and latitude), or points or a velocity raster of a second InSAR result.</source>
      <translation>Puntos GNSS o de nivelación con velocidades o series en sus campos (también CSV con columnas de longitud y latitud), o puntos o un ráster de velocidad de un segundo resultado InSAR.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Geometry of InSAR</source>
      <translation>Geometría de InSAR</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Geometry of the second result</source>
      <translation>Geometría del segundo resultado</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Ground data: points, or a second InSAR result</source>
      <translation>Datos de terreno: puntos, o un segundo resultado InSAR</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Ground points with the rates of both, their difference, its size in standard deviations and the class.</source>
      <translation>Puntos de terreno con las velocidades de ambos, su diferencia, su magnitud en desviaciones estándar y la clase.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Ground rates are positive away from the satellite</source>
      <translation>Las velocidades de terreno son positivas al alejarse del satélite</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Guessed from the usual names where empty; '-' for none.</source>
      <translation>Si está vacío, se deduce de los nombres habituales; '-' para ninguno.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Heading of InSAR (degrees)</source>
      <translation>Acimut de vuelo de InSAR (grados)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Heading of the second result (degrees)</source>
      <translation>Acimut de vuelo del segundo resultado (grados)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>In an area</source>
      <translation>En un área</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>InSAR at a station</source>
      <translation>InSAR en una estación</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>InSAR: points or velocity raster</source>
      <translation>InSAR: puntos o ráster de velocidad</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Incidence of InSAR (degrees)</source>
      <translation>Incidencia de InSAR (grados)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Incidence of the second result (degrees)</source>
      <translation>Incidencia del segundo resultado (grados)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Intercept (Deming, mm/yr)</source>
      <translation>Ordenada en el origen (Deming, mm/yr)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Intercept (least squares, mm/yr)</source>
      <translation>Ordenada en el origen (mínimos cuadrados, mm/yr)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Largest differences in classes A, B and C.</source>
      <translation>Diferencias máximas en las clases A, B y C.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Largest one of a pair.</source>
      <translation>La mayor de un par.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Lets the tool warn where the two look at the ground from different sides.</source>
      <translation>Permite a la herramienta advertir si los dos miran al terreno desde lados distintos.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Limits of the classes (mm/yr)</source>
      <translation>Límites de las clases (mm/yr)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Longest gap to interpolate (days)</source>
      <translation>Hueco máximo que interpolar (días)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Maximum number of pixels of a ground raster</source>
      <translation>Número máximo de píxeles de un ráster de terreno</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Mean difference</source>
      <translation>Diferencia media</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Median</source>
      <translation>Mediana</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Median difference</source>
      <translation>Diferencia mediana</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>MintPy-layout geometry file: look vectors, where the points have none.</source>
      <translation>Archivo de geometría con estructura de MintPy: vectores de observación, si los puntos no los tienen.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Nearest point</source>
      <translation>Punto más cercano</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Nearest to a point</source>
      <translation>Más cercano a un punto</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Nothing is interpolated over longer gaps.</source>
      <translation>No se interpola en huecos más largos.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Of displacements; of rates, the same a year. A raster's own unit goes first.</source>
      <translation>De los desplazamientos; de las velocidades, la misma por año. Tiene prioridad la unidad propia de un ráster.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Offset and ramp</source>
      <translation>Desfase y rampa</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Offset taken out by the reference (mm/yr)</source>
      <translation>Desfase eliminado con la referencia (mm/yr)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>On the grid of the velocity raster, in its unit.</source>
      <translation>En la cuadrícula del ráster de velocidad, en su unidad.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Only for rates along the line of sight.</source>
      <translation>Solo para velocidades en línea de vista.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Only for tables with a row for each station and date: the other fields then hold displacements.</source>
      <translation>Solo para tablas con una fila por estación y fecha: los demás campos contienen entonces desplazamientos.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Overall class</source>
      <translation>Clase global</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Page with the scatter plot, statistics and table of pairs.</source>
      <translation>Página con el diagrama de dispersión, las estadísticas y la tabla de pares.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Pairs</source>
      <translation>Pares</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Pairs compared</source>
      <translation>Pares comparados</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>RMS of difference over its standard deviation</source>
      <translation>RMS de la diferencia dividida por su desviación estándar</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>RMSE (mm/yr)</source>
      <translation>RMSE (mm/yr)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>RMSE before the common reference (mm/yr)</source>
      <translation>RMSE antes de la referencia común (mm/yr)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>RMSE without the bias (mm/yr)</source>
      <translation>RMSE sin el sesgo (mm/yr)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Raster of InSAR's standard deviations</source>
      <translation>Ráster de las desviaciones estándar de InSAR</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Rates along the line of sight, positive towards the satellite: points with velocity_mm_yr (and DYYYYMMDD, los_east, los_north, los_up where they have them), or a velocity raster.</source>
      <translation>Velocidades en línea de vista, positivas hacia el satélite: puntos con velocity_mm_yr (y DYYYYMMDD, los_east, los_north, los_up si los tienen), o un ráster de velocidad.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Slope (Deming)</source>
      <translation>Pendiente (Deming)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Slope (least squares)</source>
      <translation>Pendiente (mínimos cuadrados)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Slope, lower end of 95 %</source>
      <translation>Pendiente, extremo inferior del 95 %</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Slope, upper end of 95 %</source>
      <translation>Pendiente, extremo superior del 95 %</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Standard deviation of the vertical rates that horizontal ground data leave unknown.</source>
      <translation>Desviación estándar de las velocidades verticales que los datos de terreno horizontales dejan desconocidas.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>The denser series is averaged within so many days about each date of the sparser one; 0 interpolates linearly.</source>
      <translation>La serie más densa se promedia en este número de días en torno a cada fecha de la más espaciada; 0 interpola linealmente.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Unit of InSAR</source>
      <translation>Unidad de InSAR</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Unit of the ground data</source>
      <translation>Unidad de los datos de terreno</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Unknown vertical motion (mm/yr)</source>
      <translation>Movimiento vertical desconocido (mm/yr)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Use series from this date on, YYYYMMDD.</source>
      <translation>Usar la serie a partir de esta fecha, YYYYMMDD.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Use series up to this date, YYYYMMDD.</source>
      <translation>Usar la serie hasta esta fecha, YYYYMMDD.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Validate against ground data</source>
      <translation>Validar con datos de terreno</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Vertical (levelling)</source>
      <translation>Vertical (nivelación)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Warnings</source>
      <translation>Advertencias</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>What is made equal on both sides: the median or mean difference of all pairs is taken out, an offset and a ramp through all differences, the difference at the pair nearest to a point, the median one in an area, or none. Bias and RMSE from before are reported, too.</source>
      <translation>Lo que se iguala en ambos lados: se elimina la mediana o la media de la diferencia de todos los pares, un desfase y una rampa por todas las diferencias, la diferencia en el par más cercano a un punto, la mediana en un área, o nada. También se informa del sesgo y el RMSE previos.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>What the ground data are</source>
      <translation>Qué son los datos de terreno</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Where the raster does not say it.</source>
      <translation>Si el ráster no la indica.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>accuracy</source>
      <translation>exactitud</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>auto: by the fields that are found; enu: east, north and up; horizontal: east and north (vertical motion is taken as zero, about); vertical: up alone; los: along the line of sight of InSAR.</source>
      <translation>auto: según los campos encontrados; enu: este, norte y vertical; horizontal: este y norte (el movimiento vertical se toma como cero, aproximadamente); vertical: solo vertical; los: en la línea de vista de InSAR.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>bias</source>
      <translation>sesgo</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>comparison</source>
      <translation>comparación</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>gnss</source>
      <translation>gnss</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>gps</source>
      <translation>gps</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>levelling</source>
      <translation>nivelación</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>median or mean of the InSAR points within the distance, or the nearest one.</source>
      <translation>mediana o media de los puntos InSAR dentro de la distancia, o el más cercano.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>rmse</source>
      <translation>rmse</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/velocity.py" />
      <source>1 - exp(-t/tau), such as relaxation, t being the days since the date: YYYYMMDD:tau with tau in days, several separated by commas. At one of all the terms tau can be left out and is searched for pixel by pixel.</source>
      <translation>1 - exp(-t/tau), como una relajación, siendo t los días desde la fecha: YYYYMMDD:tau con tau en días, varios separados por comas. En uno de todos los términos se puede omitir tau y se busca píxel a píxel.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/velocity.py" />
      <source>A class for every combination of terms.</source>
      <translation>Una clase por cada combinación de términos.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/velocity.py" />
      <source>A sine and a cosine with a period of a year.</source>
      <translation>Un seno y un coseno con periodo de un año.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/velocity.py" />
      <source>A sine and a cosine with a period of half a year.</source>
      <translation>Un seno y un coseno con periodo de medio año.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/velocity.py" />
      <source>Acceleration, seasons and a step that is to be found come into a pixel's model only where they lower the Bayesian information criterion; elsewhere their bands are empty.</source>
      <translation>La aceleración, la estacionalidad y un salto por encontrar entran en el modelo de un píxel solo donde reducen el criterio de información bayesiano; en el resto sus bandas quedan vacías.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/velocity.py" />
      <source>Bands: velocity_mm_yr, velocity_std_mm_yr, then every other coefficient with its standard deviation, and the RMS of the residuals.</source>
      <translation>Bandas: velocity_mm_yr, velocity_std_mm_yr, después cada uno de los demás coeficientes con su desviación estándar, y el RMS de los residuos.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/velocity.py" />
      <source>Choose the model by pixel</source>
      <translation>Elegir el modelo por píxel</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/velocity.py" />
      <source>Chosen models</source>
      <translation>Modelos elegidos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/velocity.py" />
      <source>Coseismic displacement</source>
      <translation>Desplazamiento cosísmico</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/velocity.py" />
      <source>Dates of steps</source>
      <translation>Fechas de los saltos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/velocity.py" />
      <source>Dates with data that a step needs before and after it.</source>
      <translation>Fechas con datos que necesita un salto antes y después.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/velocity.py" />
      <source>Day of the seasonal peak</source>
      <translation>Día del máximo estacional</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/velocity.py" />
      <source>Day of the year with the largest displacement towards the satellite, with its standard deviation in days.</source>
      <translation>Día del año con el mayor desplazamiento hacia el satélite, con su desviación estándar en días.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/velocity.py" />
      <source>Exponential terms</source>
      <translation>Términos exponenciales</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/velocity.py" />
      <source>False steps</source>
      <translation>Saltos falsos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/velocity.py" />
      <source>Fits a motion model to every pixel of a displacement time series: a rate, and as wished acceleration and higher polynomial terms, an annual and a semi-annual season, steps at given dates or found in the series, and logarithmic or exponential terms whose time constant is given or searched for. Each pixel can be left with only the terms that its series calls for (BIC). Every coefficient becomes a band with its standard deviation beside it; seasons also come as amplitude and day of the peak, as permafrost is mapped. With a degree of 2 or more the velocity is the rate at the first date, with a choice of models the mean rate. Time runs from the first date in years of 365.25 days. Standard deviations come from the residuals, and for series of 'SBAS inversion' also from the noise of the pairs, which is correlated from date to date; a signal that the model lacks makes them larger. All dates weigh the same, as the noise by date that 'SBAS inversion' knows is that before corrections. Whether neighbouring dates err alike (atmosphere of a season, ground that creeps and swells) is estimated from the residuals of the scene; rates, their errors and the search for steps take it into account.</source>
      <translation>Ajusta un modelo de movimiento a cada píxel de una serie temporal de desplazamiento: una velocidad y, según se desee, aceleración y términos polinómicos superiores, estacionalidad anual y semestral, saltos en fechas dadas o hallados en la serie, y términos logarítmicos o exponenciales cuya constante de tiempo se da o se busca. Se pueden dejar en cada píxel solo los términos que su serie justifica (BIC). Cada coeficiente es una banda, con su desviación estándar al lado; la estacionalidad se da también como amplitud y día del máximo, como se cartografía el permafrost. Con grado 2 o mayor, la velocidad es la de la primera fecha; con elección de modelos, la velocidad media. El tiempo corre desde la primera fecha en años de 365.25 días. Las desviaciones estándar proceden de los residuos y, en series de 'Inversión SBAS', también del ruido de los pares, que está correlacionado de fecha en fecha; una señal que el modelo no contiene las aumenta. Todas las fechas pesan lo mismo, pues el ruido por fecha que conoce 'Inversión SBAS' es el anterior a las correcciones. Si fechas vecinas yerran de modo parecido (atmósfera de una estación, terreno que repta y se hincha) se estima a partir de los residuos de la escena; las velocidades, sus errores y la búsqueda de saltos lo tienen en cuenta.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/velocity.py" />
      <source>HDF5 in MintPy's layout (timeseries.h5).</source>
      <translation>HDF5 con la estructura de MintPy (timeseries.h5).</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/velocity.py" />
      <source>Half of the way from trough to peak, mm, with its standard deviation.</source>
      <translation>Mitad del recorrido de mínimo a máximo, mm, con su desviación estándar.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/velocity.py" />
      <source>How many, and of each the date in calendar years (2019.5: the middle of 2019), the size in mm and its standard deviation as if the date were known.</source>
      <translation>Cuántos y, de cada uno, la fecha en años de calendario (2019.5: mediados de 2019), el tamaño en mm y su desviación estándar como si la fecha se conociera.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/velocity.py" />
      <source>Largest time constant (days)</source>
      <translation>Constante de tiempo máxima (días)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/velocity.py" />
      <source>Logarithmic terms</source>
      <translation>Términos logarítmicos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/velocity.py" />
      <source>Median seasonal amplitude (mm)</source>
      <translation>Mediana de la amplitud estacional (mm)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/velocity.py" />
      <source>Minimum dates beside a step</source>
      <translation>Mínimo de fechas junto a un salto</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/velocity.py" />
      <source>Minimum time constant (days)</source>
      <translation>Constante de tiempo mínima (días)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/velocity.py" />
      <source>Of the first of these earthquakes, for the post-seismic mechanism where the series starts after it: bands of the displacement along the line of sight, positive towards the satellite, and of its standard deviation, as 'Coseismic stack' writes them.</source>
      <translation>Del primero de estos terremotos, para el mecanismo postsísmico si la serie empieza después de él: bandas del desplazamiento en la línea de vista, positivo hacia el satélite, y de su desviación estándar, como las escribe 'Apilado cosísmico'.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/velocity.py" />
      <source>Of the simulation behind the limit for steps.</source>
      <translation>De la simulación en que se basa el límite para los saltos.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/velocity.py" />
      <source>Post-seismic mechanism</source>
      <translation>Mecanismo postsísmico</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/velocity.py" />
      <source>Search every pixel for steps on unknown dates, at most so many; 0: do not search.</source>
      <translation>Buscar en cada píxel saltos en fechas desconocidas, como máximo este número; 0: no buscar.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/velocity.py" />
      <source>Seasonal amplitude</source>
      <translation>Amplitud estacional</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/velocity.py" />
      <source>Semi-annual season</source>
      <translation>Estacionalidad semestral</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/velocity.py" />
      <source>Share of pixels without a step in which one is found by chance; it holds as far as the noise is what is chosen under 'Noise'.</source>
      <translation>Proporción de píxeles sin salto en los que se halla uno por azar; es válida en la medida en que el ruido sea el elegido en 'Ruido'.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/velocity.py" />
      <source>Steps found</source>
      <translation>Saltos encontrados</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/velocity.py" />
      <source>Steps found by pixel</source>
      <translation>Saltos encontrados por píxel</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/velocity.py" />
      <source>Sudden offsets, such as earthquakes: YYYYMMDD, several separated by commas. An image of that day counts as after it.</source>
      <translation>Saltos bruscos, como los terremotos: YYYYMMDD, varios separados por comas. Una imagen de ese día cuenta como posterior.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/velocity.py" />
      <source>Use the series from this date on.</source>
      <translation>Usar la serie a partir de esta fecha.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/velocity.py" />
      <source>Use the series up to this date.</source>
      <translation>Usar la serie hasta esta fecha.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/velocity.py" />
      <source>Velocity model</source>
      <translation>Modelo de velocidad</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/velocity.py" />
      <source>Where the search for tau begins.</source>
      <translation>Donde empieza la búsqueda de tau.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/velocity.py" />
      <source>Where the search for tau ends. A tau at either end is no data, and flagged.</source>
      <translation>Donde termina la búsqueda de tau. Un tau en uno de los extremos es sin datos, y se marca.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/velocity.py" />
      <source>Whether afterslip has the sign of the coseismic displacement, where both exceed 1.96 standard deviations. A hint: one line of sight sees one component, and the sign alone proves no mechanism.</source>
      <translation>Si el postdeslizamiento tiene el signo del desplazamiento cosísmico, donde ambos superan 1.96 desviaciones estándar. Es un indicio: una línea de vista ve una sola componente, y el signo por sí solo no prueba ningún mecanismo.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/velocity.py" />
      <source>a log10(1 + t) after earthquakes, t in days: YYYYMMDD, several separated by commas. The band afterslip_YYYYMMDD_mm is a, what every tenfold of time adds. A step on that day is fitted with it where images lie before it; a series that starts after the earthquake begins with an offset, which is fitted, too.</source>
      <translation>a log10(1 + t) después de terremotos, con t en días: YYYYMMDD, varios separados por comas. La banda afterslip_YYYYMMDD_mm es a, lo que añade cada vez que el tiempo se multiplica por diez. Con él se ajusta un salto en ese día si hay imágenes anteriores; una serie que empieza después del terremoto arranca con un desfase, que también se ajusta.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/velocity.py" />
      <source>acceleration</source>
      <translation>aceleración</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/velocity.py" />
      <source>auto: what explains the residuals of a sample of the scene best, all of the following tried; the log says which. white: dates err independently (and pairs, where the series says how). ar1: the error is correlated over a time that is estimated. flicker, random_walk: power falls with the frequency or its square; power_law: with a power of it that is estimated. The plainer is taken where it does as well.</source>
      <translation>auto: lo que mejor explica los residuos de una muestra de la escena, probando todos los siguientes; el registro dice cuál. white: las fechas yerran de forma independiente (y los pares, donde la serie dice cómo). ar1: el error está correlacionado durante un tiempo que se estima. flicker, random_walk: la potencia decrece con la frecuencia o con su cuadrado; power_law: con una potencia de ella que se estima. Se toma el más simple donde da igual de bien.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/velocity.py" />
      <source>bic</source>
      <translation>bic</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/velocity.py" />
      <source>exponential</source>
      <translation>exponencial</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/velocity.py" />
      <source>log(1 + t/tau), such as afterslip, t being the days since the date: YYYYMMDD:tau with tau in days, several separated by commas. At one of all the terms tau can be left out and is searched for pixel by pixel.</source>
      <translation>log(1 + t/tau), como el postdeslizamiento (afterslip), siendo t los días desde la fecha: YYYYMMDD:tau con tau en días, varios separados por comas. En uno de todos los términos se puede omitir tau y se busca píxel a píxel.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/velocity.py" />
      <source>logarithmic</source>
      <translation>logarítmico</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/velocity.py" />
      <source>permafrost</source>
      <translation>permafrost</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/velocity.py" />
      <source>season</source>
      <translation>estacionalidad</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tool.py" />
      <source>Method</source>
      <translation>Método</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tool.py" />
      <source>The first run of this tool compiles its kernels, which takes up to a minute; later runs start at once.</source>
      <translation>La primera ejecución de esta herramienta compila sus rutinas, lo que tarda hasta un minuto; las siguientes empiezan de inmediato.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/burstramp.py" />
      <source>A copy of the stack with other phases; all else stays.</source>
      <translation>Copia de la pila con otras fases; todo lo demás queda igual.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/burstramp.py" />
      <source>A raster of one pair of Sentinel-1 images: phase in radians, wrapped or unwrapped, or complex numbers; on the map or in radar coordinates.</source>
      <translation>Ráster de un par de imágenes Sentinel-1: fase en radianes, enrollada o desenrollada, o números complejos; en el mapa o en coordenadas radar.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/burstramp.py" />
      <source>Agreement across seams after (-1 to 1)</source>
      <translation>Concordancia en las uniones después (-1 a 1)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/burstramp.py" />
      <source>Agreement across seams before (-1 to 1)</source>
      <translation>Concordancia en las uniones antes (-1 a 1)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/burstramp.py" />
      <source>Annotation</source>
      <translation>Anotación</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/burstramp.py" />
      <source>Azimuth looks</source>
      <translation>Vistas en acimut</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/burstramp.py" />
      <source>Burst ramps of motion along flight</source>
      <translation>Rampas en ráfagas por movimiento a lo largo del vuelo</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/burstramp.py" />
      <source>Bursts</source>
      <translation>Ráfagas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/burstramp.py" />
      <source>Corrected pixels</source>
      <translation>Píxeles corregidos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/burstramp.py" />
      <source>First line</source>
      <translation>Primera línea</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/burstramp.py" />
      <source>First sample</source>
      <translation>Primera muestra</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/burstramp.py" />
      <source>Folder of the SAFE product of one of the two images, or its 'annotation' (s1a-iw1-slc-vv-*.xml), with all subswaths and slices that the interferogram shows.</source>
      <translation>Carpeta del producto SAFE de una de las dos imágenes, o su 'annotation' (s1a-iw1-slc-vv-*.xml), con todas las subfranjas y segmentos que muestra el interferograma.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/burstramp.py" />
      <source>Hundred times the number of the subswath, and the burst's; 0 outside.</source>
      <translation>Cien veces el número de la subfranja más el de la ráfaga; 0 fuera.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/burstramp.py" />
      <source>Interferogram</source>
      <translation>Interferograma</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/burstramp.py" />
      <source>Interferogram is</source>
      <translation>El interferograma es</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/burstramp.py" />
      <source>Interferogram without the ramps (rad)</source>
      <translation>Interferograma sin las rampas (rad)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/burstramp.py" />
      <source>Keep phase without offsets</source>
      <translation>Conservar la fase sin desplazamientos de píxel</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/burstramp.py" />
      <source>Line at which an interferogram in radar coordinates begins, from the earliest one of all subswaths.</source>
      <translation>Línea en la que empieza un interferograma en coordenadas radar, contada desde la primera de todas las subfranjas.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/burstramp.py" />
      <source>Lines in a pixel, in radar coordinates.</source>
      <translation>Líneas por píxel, en coordenadas radar.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/burstramp.py" />
      <source>Motion of one cycle at a seam (m)</source>
      <translation>Movimiento de un ciclo en una unión (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/burstramp.py" />
      <source>Noise of the ramps, median (rad)</source>
      <translation>Ruido de las rampas, mediana (rad)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/burstramp.py" />
      <source>Of the pairs of the stack, by their dates.</source>
      <translation>De los pares de la pila, por sus fechas.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/burstramp.py" />
      <source>Of the same pair, in range and azimuth, or east and north; the result of 'Offsets of two images' or an imported one.</source>
      <translation>Del mismo par, en alcance y acimut, o este y norte; resultado de 'Offsets of two images' o uno importado.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/burstramp.py" />
      <source>Offset tracking</source>
      <translation>Seguimiento de desplazamientos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/burstramp.py" />
      <source>Offsets</source>
      <translation>Desplazamientos de píxel</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/burstramp.py" />
      <source>Phase in radians; wrapped where it came wrapped.</source>
      <translation>Fase en radianes; enrollada si así llegó.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/burstramp.py" />
      <source>Ramps (rad)</source>
      <translation>Rampas (rad)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/burstramp.py" />
      <source>Ramps, 98 % are below (rad)</source>
      <translation>Rampas, el 98 % está por debajo (rad)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/burstramp.py" />
      <source>Range looks</source>
      <translation>Vistas en alcance</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/burstramp.py" />
      <source>Samples in a pixel, in radar coordinates.</source>
      <translation>Muestras por píxel, en coordenadas radar.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/burstramp.py" />
      <source>Secondary</source>
      <translation>Secundaria</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/burstramp.py" />
      <source>Sentinel-1 steers its beam while it takes a burst. Ground that moves along flight, as in a large earthquake or on a fast glacier, therefore leaves a ramp in every burst of an interferogram and a jump at every seam: a cycle for each 1.4 to 1.7 m. The tool computes the ramps from offsets along flight and the annotation of the images, and takes them off.</source>
      <translation>Sentinel-1 orienta su haz mientras toma una ráfaga. Por eso el terreno que se mueve a lo largo del vuelo, como en un gran terremoto o en un glaciar rápido, deja una rampa en cada ráfaga de un interferograma y un salto en cada unión: un ciclo por cada 1,4 a 1,7 m. La herramienta calcula las rampas a partir de los desplazamientos a lo largo del vuelo y de la anotación de las imágenes, y las quita.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/burstramp.py" />
      <source>Smoothing (pixels of the offsets)</source>
      <translation>Suavizado (píxeles de los desplazamientos)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/burstramp.py" />
      <source>Stack without the ramps</source>
      <translation>Pila sin las rampas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/burstramp.py" />
      <source>Standard deviation of the bell under which offsets are averaged, weighted by their errors; small gaps are filled. 0 for none.</source>
      <translation>Desviación estándar de la campana con la que se promedian los desplazamientos, ponderados por sus errores; los huecos pequeños se rellenan. 0 para ninguno.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/burstramp.py" />
      <source>The same across: from the nearest sample.</source>
      <translation>Lo mismo a lo ancho: desde la muestra más cercana.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/burstramp.py" />
      <source>What was taken off.</source>
      <translation>Lo que se quitó.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/burstramp.py" />
      <source>Where there are no offsets, leave the phase as it is; else it becomes a gap.</source>
      <translation>Donde no hay desplazamientos, dejar la fase como está; si no, queda un hueco.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/burstramp.py" />
      <source>Wrapped or unwrapped, in MintPy's layout (ifgramStack.h5); pairs without offsets stay as they are.</source>
      <translation>Enrollada o desenrollada, con la estructura de MintPy (ifgramStack.h5); los pares sin desplazamientos quedan como están.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/burstramp.py" />
      <source>azimuth</source>
      <translation>acimut</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/burstramp.py" />
      <source>burst overlap</source>
      <translation>solape de ráfagas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/burstramp.py" />
      <source>discontinuity</source>
      <translation>discontinuidad</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/burstramp.py" />
      <source>esd</source>
      <translation>esd</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/burstramp.py" />
      <source>or folder of offsets</source>
      <translation>o carpeta de desplazamientos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/burstramp.py" />
      <source>or stack of interferograms</source>
      <translation>o pila de interferogramas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/burstramp.py" />
      <source>reference: reference times conjugate of the secondary, as ISCE, SNAP, GAMMA and MintPy have it; secondary: the other way round. The log warns where the seams tell otherwise.</source>
      <translation>reference: la referencia por el conjugado de la secundaria, como en ISCE, SNAP, GAMMA y MintPy; secondary: al revés. El registro avisa si las uniones dicen otra cosa.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/burstramp.py" />
      <source>sentinel-1</source>
      <translation>sentinel-1</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/burstramp.py" />
      <source>tops</source>
      <translation>tops</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/detectorbias.py" />
      <source>A row a pair of detectors: pixels on slow ground, bias, standard deviation, slope.</source>
      <translation>Una fila por par de detectores: píxeles en terreno lento, sesgo, desviación estándar, pendiente.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/detectorbias.py" />
      <source>Bias (m)</source>
      <translation>Sesgo (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/detectorbias.py" />
      <source>Bias of a detector</source>
      <translation>Sesgo de un detector</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/detectorbias.py" />
      <source>Clockwise from north, for what changes along track. Sentinel-2 by day: about 195.</source>
      <translation>En sentido horario desde el norte, para lo que cambia a lo largo de la traza. Sentinel-2 de día: unos 195.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/detectorbias.py" />
      <source>Constant</source>
      <translation>Constante</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/detectorbias.py" />
      <source>Detectors of the reference</source>
      <translation>Detectores de la referencia</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/detectorbias.py" />
      <source>Detectors of the secondary</source>
      <translation>Detectores de la secundaria</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/detectorbias.py" />
      <source>Direction of flight (degrees)</source>
      <translation>Dirección de vuelo (grados)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/detectorbias.py" />
      <source>Else only the steps go and the scene's mean stays, which may be motion.</source>
      <translation>Si no, solo se quitan los escalones y queda la media de la escena, que puede ser movimiento.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/detectorbias.py" />
      <source>Faster ground does not tell about detectors.</source>
      <translation>El terreno más rápido no informa sobre los detectores.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/detectorbias.py" />
      <source>Field with the number of the detector</source>
      <translation>Campo con el número del detector</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/detectorbias.py" />
      <source>From longer times, where it is known; without, pixels tell themselves by how much they move apart from the others of their detector.</source>
      <translation>De tiempos más largos, si se conoce; si no, los píxeles lo indican por cuánto se mueven respecto a los demás de su detector.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/detectorbias.py" />
      <source>Largest step (m)</source>
      <translation>Escalón máximo (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/detectorbias.py" />
      <source>Number of the detector, 0 for none: MSK_DETFOO_B08.jp2.</source>
      <translation>Número del detector, 0 para ninguno: MSK_DETFOO_B08.jp2.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/detectorbias.py" />
      <source>Of two images of Sentinel-2 or another push-broom camera, in east and north; the result of 'Offsets of two images' or an imported one.</source>
      <translation>De dos imágenes de Sentinel-2 u otra cámara de barrido, en este y norte; resultado de 'Offsets of two images' o uno importado.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/detectorbias.py" />
      <source>Offsets without steps</source>
      <translation>Desplazamientos sin escalones</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/detectorbias.py" />
      <source>Pairs left as they were</source>
      <translation>Pares sin cambios</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/detectorbias.py" />
      <source>Pairs of detectors</source>
      <translation>Pares de detectores</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/detectorbias.py" />
      <source>Polygons of its detectors, such as MSK_DETFOO_B08.gml of the product; a raster (.jp2) goes to the next parameter.</source>
      <translation>Polígonos de sus detectores, como MSK_DETFOO_B08.gml del producto; un ráster (.jp2) va en el parámetro siguiente.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/detectorbias.py" />
      <source>Sentinel-2's camera is a row of twelve detectors, whose geometry differs by tenths of a pixel: offsets of its images have steps at their borders. The tool estimates them on slow ground, for every pair of detectors of the two images, by a robust constant or a line along track, tells them with their errors, and takes them off.</source>
      <translation>La cámara de Sentinel-2 es una fila de doce detectores cuya geometría difiere en décimas de píxel: los desplazamientos de sus imágenes tienen escalones en los bordes. La herramienta los estima en terreno lento, para cada par de detectores de las dos imágenes, con una constante robusta o una recta a lo largo de la traza, los indica con sus errores y los quita.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/detectorbias.py" />
      <source>Slow ground is slower than (m/yr)</source>
      <translation>El terreno lento es más lento que (m/año)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/detectorbias.py" />
      <source>Speed of the ground (m/yr)</source>
      <translation>Velocidad del terreno (m/año)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/detectorbias.py" />
      <source>Standard deviation of the steps, median (m)</source>
      <translation>Desviación estándar de los escalones, mediana (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/detectorbias.py" />
      <source>Steps at detector borders</source>
      <translation>Escalones en los bordes de detectores</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/detectorbias.py" />
      <source>Table of the detectors</source>
      <translation>Tabla de los detectores</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/detectorbias.py" />
      <source>Take off what all have in common</source>
      <translation>Quitar lo que todos tienen en común</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/detectorbias.py" />
      <source>The same bands as before; the standard deviations hold that of the steps.</source>
      <translation>Las mismas bandas que antes; las desviaciones estándar incluyen la de los escalones.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/detectorbias.py" />
      <source>The same.</source>
      <translation>Lo mismo.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/detectorbias.py" />
      <source>What was taken off; a band a component.</source>
      <translation>Lo que se quitó; una banda por componente.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/detectorbias.py" />
      <source>Where empty, they lie as those of the reference.</source>
      <translation>Si está vacío, están como los de la referencia.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/detectorbias.py" />
      <source>Without, it is taken from gml_id (detector_footprint-B08-05-0), else polygons are numbered as they come.</source>
      <translation>Si falta, se toma de gml_id (detector_footprint-B08-05-0); si no, los polígonos se numeran según su orden.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/detectorbias.py" />
      <source>ccd</source>
      <translation>ccd</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/detectorbias.py" />
      <source>constant: a step; linear: with a change along track.</source>
      <translation>constant: un escalón; linear: con un cambio a lo largo de la traza.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/detectorbias.py" />
      <source>destriping</source>
      <translation>eliminación de bandas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/detectorbias.py" />
      <source>glacier</source>
      <translation>glaciar</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/detectorbias.py" />
      <source>jitter</source>
      <translation>vibración</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/detectorbias.py" />
      <source>msk_detfoo</source>
      <translation>msk_detfoo</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/detectorbias.py" />
      <source>or raster of the secondary's</source>
      <translation>o ráster de los de la secundaria</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/detectorbias.py" />
      <source>or raster of them</source>
      <translation>o ráster de ellos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/detectorbias.py" />
      <source>sentinel-2</source>
      <translation>sentinel-2</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/detectorbias.py" />
      <source>stripe</source>
      <translation>banda</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/fusevelocity.py" />
      <source>A pixel is kept where at least so many are left.</source>
      <translation>Un píxel se conserva donde quedan al menos tantos.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/fusevelocity.py" />
      <source>Both components and their standard deviations, a band each.</source>
      <translation>Ambas componentes y sus desviaciones estándar, una banda cada una.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/fusevelocity.py" />
      <source>By standard deviation</source>
      <translation>Por la desviación estándar</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/fusevelocity.py" />
      <source>Dates after merging</source>
      <translation>Fechas tras la fusión</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/fusevelocity.py" />
      <source>Dates merged into others</source>
      <translation>Fechas fusionadas con otras</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/fusevelocity.py" />
      <source>Days that become one (less than, days apart)</source>
      <translation>Días que se unen en uno (separados menos de, días)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/fusevelocity.py" />
      <source>Estimator of the residuals</source>
      <translation>Estimador de los residuos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/fusevelocity.py" />
      <source>Folder of offsets</source>
      <translation>Carpeta de desplazamientos de píxel</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/fusevelocity.py" />
      <source>Fuses the offsets of image pairs of several sensors, such as Sentinel-1 and Sentinel-2, pixel by pixel. Days that lie close together become one, pairs that contradict the others are given up, and what is left is solved part by part of each pixel's network, every part with a datum of its own: gaps are never bridged. The velocity comes from all pairs, with its standard deviation, and needs no common datum.</source>
      <translation>Fusiona píxel a píxel los desplazamientos de pares de imágenes de varios sensores, como Sentinel-1 y Sentinel-2. Los días cercanos se unen en uno, los pares que contradicen a los demás se descartan, y lo que queda se resuelve por partes de la red de cada píxel, cada una con su propio datum: los huecos nunca se puentean. La velocidad sale de todos los pares, con su desviación estándar, y no necesita un datum común.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/fusevelocity.py" />
      <source>HDF5 in MintPy's layout, metres; every part of a pixel's network begins at zero.</source>
      <translation>HDF5 con la estructura de MintPy, metros; cada parte de la red de un píxel empieza en cero.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/fusevelocity.py" />
      <source>Huber</source>
      <translation>Huber</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/fusevelocity.py" />
      <source>IGG-III</source>
      <translation>IGG-III</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/fusevelocity.py" />
      <source>Images of several sensors that lie so close join their networks; their offsets are scaled to the new interval. 0 merges none.</source>
      <translation>Las imágenes de varios sensores tan cercanas unen sus redes; sus desplazamientos se escalan al nuevo intervalo. 0 no une ninguna.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/fusevelocity.py" />
      <source>Least squares</source>
      <translation>Mínimos cuadrados</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/fusevelocity.py" />
      <source>Median standard deviation of the velocity (m/yr)</source>
      <translation>Mediana de la desviación estándar de la velocidad (m/año)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/fusevelocity.py" />
      <source>Minimum correlation</source>
      <translation>Correlación mínima</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/fusevelocity.py" />
      <source>Network parts</source>
      <translation>Partes de la red</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/fusevelocity.py" />
      <source>Of the pairs.</source>
      <translation>De los pares.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/fusevelocity.py" />
      <source>Offsets below, or without one, are left out; 0 keeps all.</source>
      <translation>Los desplazamientos por debajo, o sin correlación, se omiten; 0 los conserva todos.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/fusevelocity.py" />
      <source>One a pair.</source>
      <translation>Uno por par.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/fusevelocity.py" />
      <source>Pairs whose residual is larger than so many robust standard deviations, in either component, are given up.</source>
      <translation>Se descartan los pares cuyo residuo supera tantas desviaciones estándar robustas en cualquiera de las componentes.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/fusevelocity.py" />
      <source>Parts of a pixel's network that no pair joins, after rejection.</source>
      <translation>Partes de la red de un píxel que ningún par une, tras el rechazo.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/fusevelocity.py" />
      <source>Pixels whose network is in parts</source>
      <translation>Píxeles cuya red está en partes</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/fusevelocity.py" />
      <source>Platforms</source>
      <translation>Plataformas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/fusevelocity.py" />
      <source>Rasters of 'Offsets of two images' or 'Import offsets'; subfolders are searched.</source>
      <translation>Rásteres de «Desplazamientos de dos imágenes» o «Importar desplazamientos»; se busca en las subcarpetas.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/fusevelocity.py" />
      <source>Reject beyond (sigmas)</source>
      <translation>Rechazar más allá de (sigmas)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/fusevelocity.py" />
      <source>Rejected share</source>
      <translation>Proporción rechazada</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/fusevelocity.py" />
      <source>Series of the first component (east or range)</source>
      <translation>Serie de la primera componente (este o rango)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/fusevelocity.py" />
      <source>Series of the second component (north or azimuth)</source>
      <translation>Serie de la segunda componente (norte o acimut)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/fusevelocity.py" />
      <source>The same for the other component.</source>
      <translation>Lo mismo para la otra componente.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/fusevelocity.py" />
      <source>Tukey (biweight)</source>
      <translation>Tukey (bicuadrado)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/fusevelocity.py" />
      <source>Velocity (m/yr)</source>
      <translation>Velocidad (m/año)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/fusevelocity.py" />
      <source>Velocity of several sensors</source>
      <translation>Velocidad de varios sensores</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/fusevelocity.py" />
      <source>datum</source>
      <translation>datum</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/fusevelocity.py" />
      <source>fusion</source>
      <translation>fusión</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/fusevelocity.py" />
      <source>glacier velocity</source>
      <translation>velocidad de glaciares</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/fusevelocity.py" />
      <source>offset tracking</source>
      <translation>seguimiento de desplazamientos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/fusevelocity.py" />
      <source>or rasters of offsets</source>
      <translation>o rásteres de desplazamientos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/fusevelocity.py" />
      <source>std: by the standard deviations of the offsets, where all rasters have them; uniform: all alike.</source>
      <translation>std: por las desviaciones estándar de los desplazamientos, si todos los rásteres las tienen; uniform: todos por igual.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/fusevelocity.py" />
      <source>tukey and igg3 give gross errors no weight, huber a small one.</source>
      <translation>tukey e igg3 no dan peso a los errores groseros, huber uno pequeño.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/importoffsets.py" />
      <source>A GeoTIFF a pair: both components in metres from the first to the second image, standard deviations, correlation, chip size.</source>
      <translation>Un GeoTIFF por par: ambas componentes en metros de la primera a la segunda imagen, desviaciones estándar, correlación y tamaño de ventana.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/importoffsets.py" />
      <source>A pair with more than 2 % of faster pixels is told: its unit may be wrong.</source>
      <translation>Se avisa de un par con más del 2 % de píxeles más rápidos: su unidad puede estar equivocada.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/importoffsets.py" />
      <source>Ames Stereo Pipeline, vmap</source>
      <translation>Ames Stereo Pipeline, vmap</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/importoffsets.py" />
      <source>Arrows</source>
      <translation>Flechas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/importoffsets.py" />
      <source>COSI-Corr</source>
      <translation>COSI-Corr</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/importoffsets.py" />
      <source>Date of the first image</source>
      <translation>Fecha de la primera imagen</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/importoffsets.py" />
      <source>Date of the second image</source>
      <translation>Fecha de la segunda imagen</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/importoffsets.py" />
      <source>Folder of the product</source>
      <translation>Carpeta del producto</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/importoffsets.py" />
      <source>ITS_LIVE, autoRIFT (NetCDF)</source>
      <translation>ITS_LIVE, autoRIFT (NetCDF)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/importoffsets.py" />
      <source>Import offsets</source>
      <translation>Importar desplazamientos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/importoffsets.py" />
      <source>Largest plausible rate (km/yr)</source>
      <translation>Mayor tasa plausible (km/año)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/importoffsets.py" />
      <source>Median displacement (m)</source>
      <translation>Desplazamiento mediano (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/importoffsets.py" />
      <source>Median rate (m/yr)</source>
      <translation>Tasa mediana (m/año)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/importoffsets.py" />
      <source>Metres a day</source>
      <translation>Metros al día</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/importoffsets.py" />
      <source>Metres a year</source>
      <translation>Metros al año</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/importoffsets.py" />
      <source>MicMac</source>
      <translation>MicMac</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/importoffsets.py" />
      <source>Of pairs with two rasters, the first one.</source>
      <translation>De los pares con dos rásteres, el primero.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/importoffsets.py" />
      <source>Of the images, for offsets in pixels where the product does not tell it.</source>
      <translation>De las imágenes, para desplazamientos en píxeles donde el producto no lo indica.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/importoffsets.py" />
      <source>Of the numbers in the files. product: what the format has, or the file declares; plain GeoTIFF that declare none need it.</source>
      <translation>De los números en los archivos. product: la del formato, o la que declara el archivo; los GeoTIFF simples que no declaran ninguna la necesitan.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/importoffsets.py" />
      <source>Offsets from arrow to arrow</source>
      <translation>Desplazamientos de flecha a flecha</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/importoffsets.py" />
      <source>Offsets or velocities of pairs; subfolders are searched.</source>
      <translation>Desplazamientos o velocidades de pares; se busca en las subcarpetas.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/importoffsets.py" />
      <source>Pairs of a doubtful unit</source>
      <translation>Pares de unidad dudosa</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/importoffsets.py" />
      <source>Pixel size along columns or range (m)</source>
      <translation>Tamaño del píxel según columnas o rango (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/importoffsets.py" />
      <source>Pixel size along rows or azimuth (m)</source>
      <translation>Tamaño del píxel según filas o acimut (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/importoffsets.py" />
      <source>Pixels</source>
      <translation>Píxeles</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/importoffsets.py" />
      <source>Platform</source>
      <translation>Plataforma</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/importoffsets.py" />
      <source>Points of all pairs with east_m, north_m, magnitude_m, direction_deg, std_m, correlation, reference_date and secondary_date, drawn as arrows whose length follows the magnitude; only of pairs on the map.</source>
      <translation>Puntos de todos los pares con east_m, north_m, magnitude_m, direction_deg, std_m, correlation, reference_date y secondary_date, dibujados como flechas cuya longitud sigue la magnitud; solo de pares sobre el mapa.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/importoffsets.py" />
      <source>Share of valid offsets</source>
      <translation>Proporción de desplazamientos válidos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/importoffsets.py" />
      <source>Some fifty arrows across the scene if empty.</source>
      <translation>Unas cincuenta flechas a lo ancho de la escena si está vacío.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/importoffsets.py" />
      <source>Such as S1A or Landsat-8; the product's own if empty.</source>
      <translation>Como S1A o Landsat-8; la del propio producto si está vacío.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/importoffsets.py" />
      <source>Turns offsets or velocities of image pairs of ITS_LIVE, autoRIFT, GAMMA, COSI-Corr, MicMac, Ames Stereo Pipeline, vmap, MintPy, or plain GeoTIFF, into rasters of one convention: metres from the first to the second image, to the true east and north, or towards the satellite and along its flight, with the quality that the product has. Numbers that no motion has, as of a wrong unit, are told.</source>
      <translation>Convierte desplazamientos o velocidades de pares de imágenes de ITS_LIVE, autoRIFT, GAMMA, COSI-Corr, MicMac, Ames Stereo Pipeline, vmap, MintPy o GeoTIFF simples en rásteres de una sola convención: metros de la primera a la segunda imagen, hacia el este y el norte verdaderos, o hacia el satélite y a lo largo de su vuelo, con la calidad que tiene el producto. Se avisa de números que ningún movimiento tiene, como los de una unidad equivocada.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/importoffsets.py" />
      <source>YYYYMMDD, for one pair whose file and name do not tell it.</source>
      <translation>YYYYMMDD, para un par cuyo archivo y nombre no la indican.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/importoffsets.py" />
      <source>auto finds out by itself. itslive: NetCDF of ITS_LIVE and autoRIFT; gamma: .offs with .off; cosicorr: ENVI with east/west, north/south, SNR; micmac: Px1 and Px2; asp: -F.tif of Ames Stereo Pipeline and vmap; mintpy: stack with rangeOffset; pairs: two GeoTIFF such as _vx and _vy.</source>
      <translation>auto lo averigua por sí mismo. itslive: NetCDF de ITS_LIVE y autoRIFT; gamma: .offs con .off; cosicorr: ENVI con este/oeste, norte/sur, SNR; micmac: Px1 y Px2; asp: -F.tif de Ames Stereo Pipeline y vmap; mintpy: pila con rangeOffset; pairs: dos GeoTIFF como _vx y _vy.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/importoffsets.py" />
      <source>autorift</source>
      <translation>autorift</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/importoffsets.py" />
      <source>cosi-corr</source>
      <translation>cosi-corr</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/importoffsets.py" />
      <source>its_live</source>
      <translation>its_live</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/importoffsets.py" />
      <source>micmac</source>
      <translation>micmac</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/importoffsets.py" />
      <source>or files</source>
      <translation>o archivos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/importoffsets.py" />
      <source>vmap</source>
      <translation>vmap</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/migrationdirection.py" />
      <source>Bands: degrees clockwise from north, concentration (0 to 1), Rayleigh's p, kappa of von Mises' law, number of maps.</source>
      <translation>Bandas: grados desde el norte en sentido horario, concentración (0 a 1), p de Rayleigh, kappa de la ley de von Mises, número de mapas.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/migrationdirection.py" />
      <source>Bands: rate and its standard deviation.</source>
      <translation>Bandas: tasa y su desviación típica.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/migrationdirection.py" />
      <source>Bands: ratio of the season's rate to the rest's, and both rates (m/yr).</source>
      <translation>Bandas: razón de la tasa de la estación a la del resto, y ambas tasas (m/año).</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/migrationdirection.py" />
      <source>Direction of motion</source>
      <translation>Dirección del movimiento</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/migrationdirection.py" />
      <source>Finds from many maps of offsets which way the ground goes at every pixel, how concentrated its directions are, and whether chance would do as much (Rayleigh's test). Gives the rate along that direction with its standard deviation, which averages noise across it away, the ratio of a season's motion to the rest of the year's, and a rose of all directions.</source>
      <translation>Halla con muchos mapas de desplazamientos hacia dónde va el terreno en cada píxel, cuán concentradas son sus direcciones y si el azar haría otro tanto (prueba de Rayleigh). Da la tasa a lo largo de esa dirección con su desviación típica, que promedia el ruido transversal, la razón del movimiento de una estación al del resto del año y una rosa de todas las direcciones.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/migrationdirection.py" />
      <source>Its concentration</source>
      <translation>Su concentración</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/migrationdirection.py" />
      <source>Least displacement (m)</source>
      <translation>Menor desplazamiento (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/migrationdirection.py" />
      <source>Level of the test</source>
      <translation>Nivel de la prueba</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/migrationdirection.py" />
      <source>Maps</source>
      <translation>Mapas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/migrationdirection.py" />
      <source>Mean direction (degrees)</source>
      <translation>Dirección media (grados)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/migrationdirection.py" />
      <source>Median rate of these (m/yr)</source>
      <translation>Mediana de la tasa de estos (m/año)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/migrationdirection.py" />
      <source>Median ratio of the season</source>
      <translation>Mediana de la razón de la estación</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/migrationdirection.py" />
      <source>Motion by season</source>
      <translation>Movimiento por estación</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/migrationdirection.py" />
      <source>Pixels count for the rose whose directions are so concentrated by chance at most.</source>
      <translation>Cuentan para la rosa los píxeles cuyas direcciones estarían tan concentradas por azar con esta probabilidad como mucho.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/migrationdirection.py" />
      <source>Pixels that move one way</source>
      <translation>Píxeles que se mueven en una dirección</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/migrationdirection.py" />
      <source>Prevailing direction</source>
      <translation>Dirección predominante</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/migrationdirection.py" />
      <source>Rate along the direction (m/yr)</source>
      <translation>Tasa a lo largo de la dirección (m/año)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/migrationdirection.py" />
      <source>Rose of directions</source>
      <translation>Rosa de direcciones</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/migrationdirection.py" />
      <source>Season (months)</source>
      <translation>Estación (meses)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/migrationdirection.py" />
      <source>Share of the pixels (%)</source>
      <translation>Porcentaje de los píxeles (%)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/migrationdirection.py" />
      <source>Shorter ones point anywhere, as noise does, and tell no direction; about twice the standard deviation of the offsets.</source>
      <translation>Los más cortos apuntan a cualquier parte, como el ruido, y no dicen ninguna dirección; unas dos veces la desviación típica de los desplazamientos.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/migrationdirection.py" />
      <source>Such as 6-9, or 11-2, 5: the motion of these months is compared with that of the rest of the year. Empty for no seasons.</source>
      <translation>Como 6-9, o 11-2, 5: el movimiento de estos meses se compara con el del resto del año. Vacío para ninguna estación.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/migrationdirection.py" />
      <source>With the numbers.</source>
      <translation>Con los números.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/migrationdirection.py" />
      <source>direction</source>
      <translation>dirección</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/migrationdirection.py" />
      <source>dune migration</source>
      <translation>migración de dunas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/migrationdirection.py" />
      <source>offsets</source>
      <translation>desplazamientos de píxeles</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/migrationdirection.py" />
      <source>rayleigh</source>
      <translation>rayleigh</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/migrationdirection.py" />
      <source>rose</source>
      <translation>rosa</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/migrationdirection.py" />
      <source>seasonal</source>
      <translation>estacional</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>A raster a pair, as 'Offsets of two images' makes it; without, only the table is made.</source>
      <translation>Un ráster por par, como lo hace 'Desplazamientos entre dos imágenes'; sin ella solo se hace la tabla.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>All if empty. Changes of the ground's face limit it: some 1300 days for Sentinel-2, 2400 for Landsat 8 over bare ground.</source>
      <translation>Todos si está vacío. Lo limitan los cambios de la superficie: unos 1300 días para Sentinel-2, 2400 para Landsat 8 en suelo desnudo.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>Any if empty.</source>
      <translation>Cualquiera si está vacío.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>Band</source>
      <translation>Banda</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>Chip sizes (pixels)</source>
      <translation>Tamaños de la ventana (píxeles)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>Compare neighbours</source>
      <translation>Comparar con los vecinos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>Distance of the offsets: pixels of the image in one of the result.</source>
      <translation>Distancia entre desplazamientos: píxeles de la imagen en uno del resultado.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>Every pair: dates, days, differences of season and sun, whether it was taken, and how many offsets were found.</source>
      <translation>Cada par: fechas, días, diferencias de estación y de sol, si se tomó y cuántos desplazamientos se encontraron.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>For where the sun stands, unless the images tell it (SUN_ELEVATION and SUN_AZIMUTH in their metadata). Optical satellites mostly pass at half past ten.</source>
      <translation>Para la posición del sol, salvo que las imágenes la digan (SUN_ELEVATION y SUN_AZIMUTH en sus metadatos). Los satélites ópticos suelen pasar a las diez y media.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>High-pass (less the local mean)</source>
      <translation>Paso alto (menos la media local)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>Largest difference of season (days)</source>
      <translation>Mayor diferencia de estación (días)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>Largest difference of the sun's azimuth (degrees)</source>
      <translation>Mayor diferencia del acimut solar (grados)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>Largest difference of the sun's elevation (degrees)</source>
      <translation>Mayor diferencia de la elevación solar (grados)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>Largest ratio of the peaks</source>
      <translation>Mayor cociente de los picos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>Leave out chips whose counterpart does not lead back to a pixel. Costs time.</source>
      <translation>Descartar las ventanas cuya correspondiente no lleva de vuelta al mismo píxel. Cuesta tiempo.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>Leave out offsets that are unlike those around them: 8 of 25 have to agree within a fifth of the search distance, and 4 median absolute deviations are the limit.</source>
      <translation>Descartar los desplazamientos que no se parecen a los de su alrededor: 8 de 25 deben coincidir dentro de un quinto de la distancia de búsqueda, y 4 desviaciones absolutas medianas son el límite.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>Local solar time of the images (hours)</source>
      <translation>Hora solar local de las imágenes (horas)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>Longest time between two images (days)</source>
      <translation>Mayor tiempo entre dos imágenes (días)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>Mask of stable ground</source>
      <translation>Máscara de terreno estable</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>Match back</source>
      <translation>Correspondencia inversa</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>Minimum share of data</source>
      <translation>Proporción mínima de datos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>Not 0 where the ground does not move, in place of polygons.</source>
      <translation>Distinto de 0 donde el terreno no se mueve, en lugar de polígonos.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>Of a chip with what was found.</source>
      <translation>De una ventana con lo que se encontró.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>Of all images.</source>
      <translation>De todas las imágenes.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>Of images in radar coordinates, where they do not tell themselves. Columns have to go away from the satellite.</source>
      <translation>De imágenes en coordenadas radar, donde ellas mismas no lo dicen. Las columnas deben alejarse del satélite.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>Of the days of the year, the shorter way round: shadows and snow are alike in one season. Any if empty.</source>
      <translation>De los días del año, por el camino más corto: sombras y nieve se parecen en una misma estación. Cualquiera si está vacío.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>Of the pixels of a chip.</source>
      <translation>De los píxeles de una ventana.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>Offsets of many images</source>
      <translation>Desplazamientos de muchas imágenes</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>On the ground; rows have to go along the flight.</source>
      <translation>En el terreno; las filas deben ir a lo largo del vuelo.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>Pairs taken</source>
      <translation>Pares tomados</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>Pairs the images of a folder by time, season and where the sun stands, and finds the offsets of every pair, for a series of displacement. The table lists all pairs with what they differ by; without a folder of offsets only the table is made, to try limits.</source>
      <translation>Empareja las imágenes de una carpeta por tiempo, estación y posición del sol, y encuentra los desplazamientos de cada par, para una serie de desplazamiento. La tabla lista todos los pares con lo que los diferencia; sin carpeta de desplazamientos solo se hace la tabla, para probar límites.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>Pairs without offsets</source>
      <translation>Pares sin desplazamientos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>Parts that no pair joins</source>
      <translation>Partes que ningún par une</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>Pixel size in azimuth (m)</source>
      <translation>Tamaño del píxel en acimut (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>Pixel size in slant range (m)</source>
      <translation>Tamaño del píxel en alcance oblicuo (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>Pixels of exactly 0 are no data, as at the borders of most images.</source>
      <translation>Los píxeles de exactamente 0 no son datos, como en los bordes de la mayoría de las imágenes.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>Pixels or metres.</source>
      <translation>Píxeles o metros.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>Polygons of ground that does not move: rock beside a glacier, the surroundings of a slide. The median of their offsets is taken off, and their scatter says how large standard deviations are.</source>
      <translation>Polígonos de terreno que no se mueve: roca junto a un glaciar, los alrededores de un deslizamiento. Se resta la mediana de sus desplazamientos, y su dispersión dice cuán grandes son las desviaciones estándar.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>Prefilter</source>
      <translation>Filtro previo</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>Rasters of one place with their dates in the files' names (YYYYMMDD or YYYY-MM-DD); one a date.</source>
      <translation>Rásteres de un mismo lugar con su fecha en el nombre del archivo (YYYYMMDD o YYYY-MM-DD); uno por fecha.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>Search distance</source>
      <translation>Distancia de búsqueda</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>Second highest peak of the correlation by the highest: near 1 the chip fits in two places.</source>
      <translation>Segundo pico más alto de la correlación entre el más alto: cerca de 1 la ventana encaja en dos sitios.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>Share of the chips that were found</source>
      <translation>Proporción de ventanas encontradas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>Shorter pairs hardly move.</source>
      <translation>Los pares más cortos apenas se mueven.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>Shortest time (days)</source>
      <translation>Menor tiempo (días)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>Side of the squares that are looked for. Of several, such as 32 64, the smallest goes first and larger ones where it fails: small ones show detail, large ones see more. Offsets are smeared over a chip.</source>
      <translation>Lado de los cuadrados que se buscan. De varios, como 32 64, va primero el menor y los mayores donde este falla: los pequeños muestran detalle, los grandes ven más. Los desplazamientos se difuminan sobre una ventana.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>Smaller chips at edges of motion</source>
      <translation>Ventanas más pequeñas en los bordes del movimiento</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>Stable ground</source>
      <translation>Terreno estable</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>Steepness of the brightness</source>
      <translation>Pendiente del brillo</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>Step (pixels)</source>
      <translation>Paso (píxeles)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>Such as S2A; offsets of one platform form a network of their own.</source>
      <translation>Por ejemplo S2A; los desplazamientos de una plataforma forman una red propia.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>The longest displacement that can be found, in every direction.</source>
      <translation>El mayor desplazamiento que se puede encontrar, en todas las direcciones.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>Unit of the search distance</source>
      <translation>Unidad de la distancia de búsqueda</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>Where the motion changes much over a chip, such as at the edge of a slide, chips of half the size are tried, and taken where they know it better.</source>
      <translation>Donde el movimiento cambia mucho dentro de una ventana, como en el borde de un deslizamiento, se prueban ventanas de la mitad del tamaño, y se toman donde lo determinan mejor.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>Zero is no data</source>
      <translation>Cero es sin datos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>network</source>
      <translation>red</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>none: the images as they are; highpass: less the mean around each pixel, against haze and other light; gradient: the steepness of the brightness, against moving shadows.</source>
      <translation>none: las imágenes como son; highpass: menos la media alrededor de cada píxel, contra bruma y otra luz; gradient: la pendiente del brillo, contra sombras que se mueven.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>pixel offsets</source>
      <translation>desplazamientos de píxel</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>series</source>
      <translation>serie</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>sun elevation</source>
      <translation>elevación del sol</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsets.py" />
      <source>98th percentile of the magnitude (m)</source>
      <translation>Percentil 98 de la magnitud (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsets.py" />
      <source>Band of the secondary</source>
      <translation>Banda de la secundaria</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsets.py" />
      <source>Bands: both components in metres (east and north; of images in radar coordinates range, positive towards the satellite, and azimuth, positive along flight), their standard deviations, the correlation and the size of the chip.</source>
      <translation>Bandas: ambas componentes en metros (este y norte; en imágenes en coordenadas radar, alcance, positivo hacia el satélite, y acimut, positivo a lo largo del vuelo), sus desviaciones estándar, la correlación y el tamaño de la ventana.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsets.py" />
      <source>Clockwise from north; only of images on the map.</source>
      <translation>En sentido horario desde el norte; solo de imágenes en el mapa.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsets.py" />
      <source>Date of the reference</source>
      <translation>Fecha de la referencia</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsets.py" />
      <source>Date of the secondary</source>
      <translation>Fecha de la secundaria</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsets.py" />
      <source>Direction of the motion (degrees)</source>
      <translation>Dirección del movimiento (grados)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsets.py" />
      <source>Finds small squares (chips) of one image again in another one, to hundredths of a pixel, and so how far the ground moved in between: landslides, glaciers, dunes and faults that are too fast for interferograms. Optical images, shaded reliefs and radar amplitudes will do, and complex radar images of a stack. Each vector comes with its standard deviation; with stable ground the misregistration of the images is taken off.</source>
      <translation>Vuelve a encontrar pequeñas ventanas cuadradas de una imagen en otra, con centésimas de píxel, y así cuánto se movió el terreno entre ambas: deslizamientos, glaciares, dunas y fallas demasiado rápidos para los interferogramas. Sirven imágenes ópticas, relieves sombreados y amplitudes radar, y las imágenes radar complejas de una pila. Cada vector lleva su desviación estándar; con terreno estable se resta el error de registro de las imágenes.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsets.py" />
      <source>Instead of two rasters: complex images, which are oversampled before their amplitudes are taken. The dates say which two; without, the first and the last one.</source>
      <translation>En lugar de dos rásteres: imágenes complejas, que se sobremuestrean antes de tomar sus amplitudes. Las fechas dicen cuáles dos; sin ellas, la primera y la última.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsets.py" />
      <source>Length of the vectors.</source>
      <translation>Longitud de los vectores.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsets.py" />
      <source>Magnitude of the motion (m)</source>
      <translation>Magnitud del movimiento (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsets.py" />
      <source>Median magnitude (m)</source>
      <translation>Magnitud mediana (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsets.py" />
      <source>Median standard deviation (m)</source>
      <translation>Desviación estándar mediana (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsets.py" />
      <source>Of both rasters.</source>
      <translation>De ambos rásteres.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsets.py" />
      <source>Offsets of two images</source>
      <translation>Desplazamientos entre dos imágenes</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsets.py" />
      <source>Offsets on stable ground</source>
      <translation>Desplazamientos en terreno estable</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsets.py" />
      <source>Points with east_m, north_m, magnitude_m, direction_deg, std_m and correlation, drawn as arrows whose length follows the magnitude; only of images on the map.</source>
      <translation>Puntos con east_m, north_m, magnitude_m, direction_deg, std_m y correlation, dibujados como flechas cuya longitud sigue la magnitud; solo de imágenes en el mapa.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsets.py" />
      <source>Secondary image</source>
      <translation>Imagen secundaria</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsets.py" />
      <source>Standard deviation by formal one, columns</source>
      <translation>Desviación estándar entre la formal, columnas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsets.py" />
      <source>Standard deviation by formal one, rows</source>
      <translation>Desviación estándar entre la formal, filas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsets.py" />
      <source>Taken off along columns (pixels)</source>
      <translation>Restado a lo largo de las columnas (píxeles)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsets.py" />
      <source>Taken off along rows (pixels)</source>
      <translation>Restado a lo largo de las filas (píxeles)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsets.py" />
      <source>The earlier one: optical image, shaded relief or radar amplitude. Leave it out where a stack of complex images is given.</source>
      <translation>La anterior: imagen óptica, relieve sombreado o amplitud radar. Omítala si se da una pila de imágenes complejas.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsets.py" />
      <source>The later one. On another grid it is laid on the reference's: exactly where its pixels are as large, else by resampling, which costs accuracy.</source>
      <translation>La posterior. En otra cuadrícula se coloca sobre la de la referencia: exactamente donde sus píxeles son igual de grandes, si no por remuestreo, que cuesta exactitud.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsets.py" />
      <source>Where it is another one.</source>
      <translation>Donde es otra.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsets.py" />
      <source>YYYY-MM-DD; as that of the reference.</source>
      <translation>AAAA-MM-DD; como la de la referencia.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsets.py" />
      <source>YYYY-MM-DD; of rasters the one in the file's name if empty.</source>
      <translation>AAAA-MM-DD; de los rásteres, la del nombre del archivo si está vacío.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsets.py" />
      <source>feature tracking</source>
      <translation>seguimiento de rasgos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsets.py" />
      <source>image correlation</source>
      <translation>correlación de imágenes</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsets.py" />
      <source>speckle tracking</source>
      <translation>seguimiento de moteado</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetseries.py" />
      <source>A pixel is kept where at least so many have an offset.</source>
      <translation>Un píxel se conserva donde al menos tantos tienen un desplazamiento.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetseries.py" />
      <source>Between platforms, or where a network is cut. largest: keep the part with most dates, the others are no data; no_data: leave the pixel out; own_datum: every part begins at zero; joint_rate: all parts follow one rate with levels of their own, and the errors grow by what that may be wrong.</source>
      <translation>Entre plataformas, o donde la red está cortada. largest: conservar la parte con más fechas, las demás quedan sin datos; no_data: omitir el píxel; own_datum: cada parte empieza en cero; joint_rate: todas las partes siguen una misma tasa con niveles propios, y los errores crecen en lo que eso pueda fallar.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetseries.py" />
      <source>Every part from zero</source>
      <translation>Cada parte desde cero</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetseries.py" />
      <source>HDF5 in MintPy's layout, metres; holds the standard deviation of every date, too.</source>
      <translation>HDF5 con la estructura de MintPy, metros; contiene también la desviación estándar de cada fecha.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetseries.py" />
      <source>How pairs that contradict the others count. tukey and igg3 give gross errors no weight, huber a small one; all begin with Huber's. least_squares: all pairs alike.</source>
      <translation>Cómo cuentan los pares que contradicen a los demás. tukey e igg3 no dan peso a los errores groseros, huber uno pequeño; todos empiezan con el de Huber. least_squares: todos los pares por igual.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetseries.py" />
      <source>Keep the largest part</source>
      <translation>Conservar la parte mayor</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetseries.py" />
      <source>Leave the pixel out</source>
      <translation>Omitir el píxel</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetseries.py" />
      <source>Median redundancy (pairs a date)</source>
      <translation>Redundancia mediana (pares por fecha)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetseries.py" />
      <source>Median standard deviation, first component (m)</source>
      <translation>Desviación estándar mediana, primera componente (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetseries.py" />
      <source>Median standard deviation, second component (m)</source>
      <translation>Desviación estándar mediana, segunda componente (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetseries.py" />
      <source>Metres, root mean square over the dates; a band a component.</source>
      <translation>Metros, media cuadrática sobre las fechas; una banda por componente.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetseries.py" />
      <source>Of the pairs, with less than a quarter of their weight; a band a component.</source>
      <translation>De los pares, con menos de un cuarto de su peso; una banda por componente.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetseries.py" />
      <source>One rate through all parts</source>
      <translation>Una tasa para todas las partes</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetseries.py" />
      <source>Pairs a date; below 3, gross errors may stay.</source>
      <translation>Pares por fecha; por debajo de 3 pueden quedar errores groseros.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetseries.py" />
      <source>Parts of a pixel's network that no pair joins.</source>
      <translation>Partes de la red de un píxel que ningún par une.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetseries.py" />
      <source>Redundancy</source>
      <translation>Redundancia</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetseries.py" />
      <source>Rejected share, first component</source>
      <translation>Proporción rechazada, primera componente</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetseries.py" />
      <source>Rejected share, second component</source>
      <translation>Proporción rechazada, segunda componente</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetseries.py" />
      <source>Standard deviation of the displacement</source>
      <translation>Desviación estándar del desplazamiento</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetseries.py" />
      <source>Time series of offsets</source>
      <translation>Series temporales de desplazamientos de píxel</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetseries.py" />
      <source>Turns the offsets of many pairs of images, of one platform or several, into displacement time series of both components, by least squares that forgive wrong matches. Every date has a standard deviation; maps tell redundancy and the share of pairs that were given up. Where no pair joins the dates, the chosen model says what becomes of the gap: never is it bridged in silence. 'Velocity models', 'Time series to points' and the explorer read the series.</source>
      <translation>Convierte los desplazamientos de muchos pares de imágenes, de una o varias plataformas, en series temporales de ambas componentes mediante mínimos cuadrados que toleran correspondencias erróneas. Cada fecha tiene una desviación estándar; los mapas indican la redundancia y la proporción de pares descartados. Donde ningún par une las fechas, el modelo elegido dice qué ocurre con el hueco: nunca se salva en silencio. «Modelos de velocidad», «Serie temporal a puntos» y el explorador leen las series.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetseries.py" />
      <source>Where no pair joins the dates</source>
      <translation>Donde ningún par une las fechas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetseries.py" />
      <source>huber</source>
      <translation>huber</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetseries.py" />
      <source>igg</source>
      <translation>igg</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetseries.py" />
      <source>leap-frog</source>
      <translation>leap-frog</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetseries.py" />
      <source>tukey</source>
      <translation>tukey</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/redifferential.py" />
      <source>0 no phase, 1 with a result, 2 offsets too noisy, 3 no offsets, 4 in no connected component, 5 with a result that the offsets contradict.</source>
      <translation>0 sin fase, 1 con resultado, 2 desplazamientos con demasiado ruido, 3 sin desplazamientos, 4 en ninguna componente conexa, 5 con un resultado que los desplazamientos contradicen.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/redifferential.py" />
      <source>0 to 1 on the interferogram's grid; estimated from the phase if empty.</source>
      <translation>De 0 a 1 en la malla del interferograma; si está vacío, se estima de la fase.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/redifferential.py" />
      <source>A raster of one pair: phase in radians, or complex numbers.</source>
      <translation>Ráster de un par: fase en radianes o números complejos.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/redifferential.py" />
      <source>Coherence</source>
      <translation>Coherencia</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/redifferential.py" />
      <source>Displacement (m)</source>
      <translation>Desplazamiento (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/redifferential.py" />
      <source>Farthest away from the satellite (m)</source>
      <translation>Máximo alejándose del satélite (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/redifferential.py" />
      <source>Farthest towards the satellite (m)</source>
      <translation>Máximo hacia el satélite (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/redifferential.py" />
      <source>Independent looks behind the coherence.</source>
      <translation>Vistas independientes tras la coherencia.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/redifferential.py" />
      <source>Largest noise of the offsets (wavelengths)</source>
      <translation>Ruido máximo de los desplazamientos (longitudes de onda)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/redifferential.py" />
      <source>Method of unwrapping</source>
      <translation>Método de desenrollado</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/redifferential.py" />
      <source>Neighbours that phase alone cannot follow (%)</source>
      <translation>Vecinos que la fase sola no puede seguir (%)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/redifferential.py" />
      <source>Of the same pair, in range and azimuth, or east and north with the look angles below; the result of 'Offsets of two images' or an imported one.</source>
      <translation>Del mismo par, en alcance y acimut, o este y norte con los ángulos de visión de abajo; resultado de 'Offsets of two images' o uno importado.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/redifferential.py" />
      <source>Phase that the offsets leave.</source>
      <translation>Fase que dejan los desplazamientos.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/redifferential.py" />
      <source>Pixels in no connected component</source>
      <translation>Píxeles en ninguna componente conexa</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/redifferential.py" />
      <source>Pixels with a lower coherence are left out.</source>
      <translation>Los píxeles con menor coherencia se excluyen.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/redifferential.py" />
      <source>Pixels with a result that offsets contradict</source>
      <translation>Píxeles con un resultado que los desplazamientos contradicen</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/redifferential.py" />
      <source>Pixels with offsets too noisy</source>
      <translation>Píxeles con desplazamientos demasiado ruidosos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/redifferential.py" />
      <source>Pixels without offsets</source>
      <translation>Píxeles sin desplazamientos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/redifferential.py" />
      <source>Rest of the phase, robust standard deviation (rad)</source>
      <translation>Resto de la fase, desviación estándar robusta (rad)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/redifferential.py" />
      <source>Sentinel-1 0.05546576, ALOS-2 0.2424525, TerraSAR-X 0.0310666, NISAR 0.2384.</source>
      <translation>Sentinel-1 0.05546576, ALOS-2 0.2424525, TerraSAR-X 0.0310666, NISAR 0.2384.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/redifferential.py" />
      <source>Smaller connected components have no result.</source>
      <translation>Las componentes conexas menores no tienen resultado.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/redifferential.py" />
      <source>Standard deviation of the bell under which offsets are averaged, weighted by their errors; a chip or more. 0 for none.</source>
      <translation>Desviación estándar de la campana con la que se promedian los desplazamientos, ponderados por sus errores; una ventana o más. 0 para ninguno.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/redifferential.py" />
      <source>Unwrapped rest (rad)</source>
      <translation>Resto desenrollado (rad)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/redifferential.py" />
      <source>Unwrapping with offsets</source>
      <translation>Desenrollado con desplazamientos de píxel</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/redifferential.py" />
      <source>Where the ground moves by more than a quarter of the wavelength from pixel to pixel, fringes are too dense to be unwrapped. Offsets along range take that part out of the wrapped interferogram; the little that is left is unwrapped, and the offsets are put back: metres of motion with the precision of phase. Where the offsets are noisier than a quarter of the wavelength there is no result, and the log says how much that is.</source>
      <translation>Donde el terreno se mueve más de un cuarto de la longitud de onda de un píxel a otro, las franjas son demasiado densas para desenrollarlas. Los desplazamientos en alcance quitan esa parte del interferograma enrollado; lo poco que queda se desenrolla y los desplazamientos se vuelven a sumar: metros de movimiento con la precisión de la fase. Donde los desplazamientos tienen más ruido que un cuarto de la longitud de onda no hay resultado, y el registro dice cuánto es.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/redifferential.py" />
      <source>Where the smoothed offsets' standard deviation is larger they would add fringes, and there is no result.</source>
      <translation>Donde la desviación estándar de los desplazamientos suavizados es mayor añadirían franjas, y no hay resultado.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/redifferential.py" />
      <source>Wrapped interferogram</source>
      <translation>Interferograma enrollado</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/redifferential.py" />
      <source>aliasing</source>
      <translation>solapamiento de frecuencias</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/redifferential.py" />
      <source>auto: whirlwind where it is installed, else mcf. snaphu may not be used commercially.</source>
      <translation>auto: whirlwind si está instalado, si no mcf. snaphu no puede usarse comercialmente.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/redifferential.py" />
      <source>range offsets</source>
      <translation>desplazamientos en alcance</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/redifferential.py" />
      <source>reference: reference times conjugate of the secondary, as ISCE, SNAP, GAMMA and MintPy have it; secondary: the other way round. The log warns where the fringes tell otherwise.</source>
      <translation>reference: la referencia por el conjugado de la secundaria, como en ISCE, SNAP, GAMMA y MintPy; secondary: al revés. El registro avisa si las franjas dicen otra cosa.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/redifferential.py" />
      <source>rmdsar</source>
      <translation>rmdsar</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/redifferential.py" />
      <source>steep gradient</source>
      <translation>gradiente fuerte</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Azimuth (along the flight)</source>
      <translation>Acimut (según el vuelo)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Bands: condition number, residual in standard deviations (with more series than components).</source>
      <translation>Bandas: número de condición, residuo en desviaciones estándar (con más series que componentes).</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Cells with a worse geometry are left out.</source>
      <translation>Las celdas con peor geometría se omiten.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Components</source>
      <translation>Componentes</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Dates of the result</source>
      <translation>Fechas del resultado</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Days of the result</source>
      <translation>Días del resultado</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>East and up</source>
      <translation>Este y vertical</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>East, north and up</source>
      <translation>Este, norte y vertical</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Fifth series</source>
      <translation>Quinta serie</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>For files without one by date.</source>
      <translation>Para archivos sin una por fecha.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Fourth series</source>
      <translation>Cuarta serie</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Geometry of the fifth series</source>
      <translation>Geometría de la quinta serie</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Geometry of the fourth series</source>
      <translation>Geometría de la cuarta serie</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Geometry of the second series</source>
      <translation>Geometría de la segunda serie</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Geometry of the sixth series</source>
      <translation>Geometría de la sexta serie</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Geometry of the third series</source>
      <translation>Geometría de la tercera serie</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>HDF5 in MintPy's layout, metres; with the standard deviation of every date and the covariance with the other components.</source>
      <translation>HDF5 con la estructura de MintPy, metros; con la desviación estándar de cada fecha y la covarianza con las demás componentes.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>HDF5 in MintPy's layout, of 'SBAS inversion' or 'Time series of offsets', or LiCSBAS' cum.h5.</source>
      <translation>HDF5 con la estructura de MintPy, de «Inversión SBAS» o «Series temporales de desplazamientos de píxel», o el cum.h5 de LiCSBAS.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Heading of the fifth series (degrees)</source>
      <translation>Rumbo de la quinta serie (grados)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Heading of the fourth series (degrees)</source>
      <translation>Rumbo de la cuarta serie (grados)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Heading of the second series (degrees)</source>
      <translation>Rumbo de la segunda serie (grados)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Heading of the sixth series (degrees)</source>
      <translation>Rumbo de la sexta serie (grados)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Heading of the third series (degrees)</source>
      <translation>Rumbo de la tercera serie (grados)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Heading raster of the fifth series</source>
      <translation>Ráster de rumbo de la quinta serie</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Heading raster of the fourth series</source>
      <translation>Ráster de rumbo de la cuarta serie</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Heading raster of the second series</source>
      <translation>Ráster de rumbo de la segunda serie</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Heading raster of the sixth series</source>
      <translation>Ráster de rumbo de la sexta serie</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Heading raster of the third series</source>
      <translation>Ráster de rumbo de la tercera serie</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Incidence of the fifth series (degrees)</source>
      <translation>Incidencia de la quinta serie (grados)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Incidence of the fourth series (degrees)</source>
      <translation>Incidencia de la cuarta serie (grados)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Incidence of the second series (degrees)</source>
      <translation>Incidencia de la segunda serie (grados)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Incidence of the sixth series (degrees)</source>
      <translation>Incidencia de la sexta serie (grados)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Incidence of the third series (degrees)</source>
      <translation>Incidencia de la tercera serie (grados)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Incidence raster of the fifth series</source>
      <translation>Ráster de incidencia de la quinta serie</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Incidence raster of the fourth series</source>
      <translation>Ráster de incidencia de la cuarta serie</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Incidence raster of the second series</source>
      <translation>Ráster de incidencia de la segunda serie</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Incidence raster of the sixth series</source>
      <translation>Ráster de incidencia de la sexta serie</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Incidence raster of the third series</source>
      <translation>Ráster de incidencia de la tercera serie</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Line-of-sight raster of the fifth series</source>
      <translation>Ráster de línea de visión de la quinta serie</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Line-of-sight raster of the fifth series: north</source>
      <translation>Ráster de línea de visión de la quinta serie: norte</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Line-of-sight raster of the fifth series: up</source>
      <translation>Ráster de línea de visión de la quinta serie: vertical</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Line-of-sight raster of the fourth series</source>
      <translation>Ráster de línea de visión de la cuarta serie</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Line-of-sight raster of the fourth series: north</source>
      <translation>Ráster de línea de visión de la cuarta serie: norte</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Line-of-sight raster of the fourth series: up</source>
      <translation>Ráster de línea de visión de la cuarta serie: vertical</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Line-of-sight raster of the second series</source>
      <translation>Ráster de línea de visión de la segunda serie</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Line-of-sight raster of the second series: north</source>
      <translation>Ráster de línea de visión de la segunda serie: norte</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Line-of-sight raster of the second series: up</source>
      <translation>Ráster de línea de visión de la segunda serie: vertical</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Line-of-sight raster of the sixth series</source>
      <translation>Ráster de línea de visión de la sexta serie</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Line-of-sight raster of the sixth series: north</source>
      <translation>Ráster de línea de visión de la sexta serie: norte</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Line-of-sight raster of the sixth series: up</source>
      <translation>Ráster de línea de visión de la sexta serie: vertical</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Line-of-sight raster of the third series</source>
      <translation>Ráster de línea de visión de la tercera serie</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Line-of-sight raster of the third series: north</source>
      <translation>Ráster de línea de visión de la tercera serie: norte</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Line-of-sight raster of the third series: up</source>
      <translation>Ráster de línea de visión de la tercera serie: vertical</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Median residual (standard deviations)</source>
      <translation>Residuo mediano (desviaciones estándar)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Median standard deviation east (mm)</source>
      <translation>Desviación estándar mediana este (mm)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Median standard deviation north (mm)</source>
      <translation>Desviación estándar mediana norte (mm)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Median standard deviation up (mm)</source>
      <translation>Desviación estándar mediana vertical (mm)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>North series</source>
      <translation>Serie norte</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Of the components of their unit vectors, for the method 'total'.</source>
      <translation>De las componentes de sus vectores unitarios, para el método «total».</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Second series</source>
      <translation>Segunda serie</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Sixth series</source>
      <translation>Sexta serie</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Standard deviation of the directions</source>
      <translation>Desviación estándar de las direcciones</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Standard deviation where there is none (mm)</source>
      <translation>Desviación estándar donde no la hay (mm)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Takes series along two or more directions (lines of sight, the flight, east or north of offsets) apart into series of east, up and, where something tells it, north. Every date has its standard deviation and covariance. Images of several orbits are of different days: each series is interpolated to the days of the others, in the time that all share, and what may have happened between its own dates goes into its errors.</source>
      <translation>Descompone series según dos o más direcciones (líneas de visión, el vuelo, este o norte de desplazamientos de píxel) en series este, vertical y, donde algo lo indica, norte. Cada fecha tiene su desviación estándar y covarianza. Las imágenes de varias órbitas son de días distintos: cada serie se interpola a los días de las otras, en el tiempo que todas comparten, y lo que pueda haber ocurrido entre sus propias fechas entra en sus errores.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Third series</source>
      <translation>Tercera serie</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Those of the first series</source>
      <translation>Los de la primera serie</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Time series in three dimensions</source>
      <translation>Series temporales en tres dimensiones</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Total least squares</source>
      <translation>Mínimos cuadrados totales</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Weighted least squares</source>
      <translation>Mínimos cuadrados ponderados</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>What the fifth series is along</source>
      <translation>Dirección de la quinta serie</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>What the fourth series is along</source>
      <translation>Dirección de la cuarta serie</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>What the second series is along</source>
      <translation>Dirección de la segunda serie</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>What the series is along</source>
      <translation>Dirección de la serie</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>What the sixth series is along</source>
      <translation>Dirección de la sexta serie</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>What the third series is along</source>
      <translation>Dirección de la tercera serie</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Where north is solved for.</source>
      <translation>Donde se resuelve el norte.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>all: those of all series in the time that they share; first: those of the first series.</source>
      <translation>all: los de todas las series en el tiempo que comparten; first: los de la primera serie.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>auto: north is solved for where azimuth motion or north itself is among the series, else it is taken as none.</source>
      <translation>auto: el norte se resuelve donde hay movimiento en acimut o el propio norte entre las series; si no, se toma como nulo.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>auto: what the file says (offsets), else the line of sight. azimuth: along the flight.</source>
      <translation>auto: lo que dice el archivo (desplazamientos de píxel), si no la línea de visión. azimuth: según el vuelo.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>azimuth offsets</source>
      <translation>desplazamientos en acimut</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>msbas</source>
      <translation>msbas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>three dimensions</source>
      <translation>tres dimensiones</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>weighted: least squares by the standard deviations; total: the directions err, too (scaled total least squares), which is hardly another result unless they err by more than 1 %.</source>
      <translation>weighted: mínimos cuadrados según las desviaciones estándar; total: también las direcciones tienen error (mínimos cuadrados totales escalados), lo que apenas cambia el resultado salvo que yerren más del 1 %.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/stabilitymask.py" />
      <source>1 where ground is stable, 0 elsewhere.</source>
      <translation>1 donde el terreno es estable, 0 en lo demás.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/stabilitymask.py" />
      <source>Coherence of noise alone</source>
      <translation>Coherencia del ruido solo</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/stabilitymask.py" />
      <source>Finds ground that stays coherent from radar image to radar image: every image is compared with its next two, and where the coherence is high on the average, the ground does not move much. The mask serves as stable ground for offsets and their errors.</source>
      <translation>Halla el terreno que sigue coherente de una imagen de radar a otra: cada imagen se compara con las dos siguientes, y donde la coherencia es alta en promedio el terreno no se mueve mucho. La máscara sirve de terreno estable para los desplazamientos de píxeles y sus errores.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/stabilitymask.py" />
      <source>Least coherence</source>
      <translation>Menor coherencia</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/stabilitymask.py" />
      <source>Looks: columns</source>
      <translation>Vistas: columnas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/stabilitymask.py" />
      <source>Looks: rows</source>
      <translation>Vistas: filas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/stabilitymask.py" />
      <source>Median coherence</source>
      <translation>Coherencia mediana</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/stabilitymask.py" />
      <source>Next images</source>
      <translation>Imágenes siguientes</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/stabilitymask.py" />
      <source>Of every image with its next ones, on the average: ground above is stable.</source>
      <translation>De cada imagen con las siguientes, en promedio: el terreno por encima es estable.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/stabilitymask.py" />
      <source>Of every image with its next ones.</source>
      <translation>De cada imagen con las siguientes.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/stabilitymask.py" />
      <source>Of the images in a cell, along azimuth.</source>
      <translation>De las imágenes en una celda, a lo largo del acimut.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/stabilitymask.py" />
      <source>Of the images in a cell, along range.</source>
      <translation>De las imágenes en una celda, a lo largo del alcance.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/stabilitymask.py" />
      <source>Share of stable ground (%)</source>
      <translation>Porcentaje de terreno estable (%)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/stabilitymask.py" />
      <source>Stable ground by coherence</source>
      <translation>Terreno estable por coherencia</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/stabilitymask.py" />
      <source>With how many later ones every image is compared.</source>
      <translation>Con cuántas posteriores se compara cada imagen.</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/stabilitymask.py" />
      <source>mask</source>
      <translation>máscara</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/stabilitymask.py" />
      <source>stable ground</source>
      <translation>terreno estable</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/animation.py" />
      <source>Animation</source>
      <translation>Animación</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/animation.py" />
      <source>{layer}: has no displacement at its last date; choose another layer.</source>
      <translation>{layer}: no tiene desplazamiento en su última fecha; elija otra capa.</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/animation.py" />
      <source>{layer}: is not animated; choose the layer that is.</source>
      <translation>{layer}: no está animada; elija la capa que lo está.</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/animation.py" />
      <source>{layer}: its bands are no series; choose the raster of displacement with a band a date, or the points.</source>
      <translation>{layer}: sus bandas no forman una serie; elija el ráster de desplazamiento con una banda por fecha, o los puntos.</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/animation_export.py" />
      <source>{folder}: a frame cannot be written; is the disk full?</source>
      <translation>{folder}: no se puede escribir un fotograma; ¿está lleno el disco?</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/animation_panel.py" />
      <source>A frame</source>
      <translation>Por fotograma</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/animation_panel.py" />
      <source>Animate a layer first, so that there is motion to export.</source>
      <translation>Anime primero una capa, para que haya movimiento que exportar.</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/animation_panel.py" />
      <source>Animate the chosen layer</source>
      <translation>Animar la capa elegida</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/animation_panel.py" />
      <source>Animated PNG</source>
      <translation>PNG animado</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/animation_panel.py" />
      <source>Back to its earlier style</source>
      <translation>Volver a su estilo anterior</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/animation_panel.py" />
      <source>Cancel</source>
      <translation>Cancelar</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/animation_panel.py" />
      <source>Cancelled; nothing was written.</source>
      <translation>Cancelado; no se escribió nada.</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/animation_panel.py" />
      <source>Choose the layer that is animated in the layer panel.</source>
      <translation>Elija en el panel de capas la capa que está animada.</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/animation_panel.py" />
      <source>Colours the layer that is chosen in the layer panel by the displacement at the time of QGIS' temporal controller (View, Panels, Temporal Controller), and sets the controller to the layer's dates.</source>
      <translation>Colorea la capa elegida en el panel Capas según el desplazamiento en el instante del controlador temporal de QGIS (Ver, Paneles, Controlador temporal) y ajusta el controlador a las fechas de la capa.</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/animation_panel.py" />
      <source>Ends the animation of the layer; the temporal controller is switched off.</source>
      <translation>Termina la animación de la capa; el controlador temporal se desconecta.</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/animation_panel.py" />
      <source>Export the animation</source>
      <translation>Exportar la animación</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/animation_panel.py" />
      <source>Export the animation…</source>
      <translation>Exportar la animación…</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/animation_panel.py" />
      <source>Folder of frames</source>
      <translation>Carpeta de fotogramas</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/animation_panel.py" />
      <source>Width</source>
      <translation>Anchura</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/animation_panel.py" />
      <source>{count} frames: {file}</source>
      <translation>{count} fotogramas: {file}</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/animation_panel.py" />
      <source>{layer} follows the temporal controller from {first} to {last}.</source>
      <translation>{layer} sigue al controlador temporal de {first} a {last}.</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/chart.py" />
      <source>Qt's SVG module for Python is missing; install python3-pyqt5.qtsvg (for QGIS 4 python3-pyqt6.qtsvg) or choose PNG.</source>
      <translation>Falta el módulo SVG de Qt para Python; instale python3-pyqt5.qtsvg (para QGIS 4, python3-pyqt6.qtsvg) o elija PNG.</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/chart.py" />
      <source>{file}: the picture cannot be written; choose another place.</source>
      <translation>{file}: no se puede escribir la imagen; elija otro lugar.</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/dock.py" />
      <source>All</source>
      <translation>Todo</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/dock.py" />
      <source>Clear</source>
      <translation>Limpiar</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/dock.py" />
      <source>Click a point or a pixel; with Shift beside those that are shown.</source>
      <translation>Pulse sobre un punto o un píxel; con Mayús se añade a los que ya se muestran.</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/dock.py" />
      <source>Click what all series are to be relative to.</source>
      <translation>Pulse sobre aquello respecto a lo cual se expresarán todas las series.</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/dock.py" />
      <source>Copy</source>
      <translation>Copiar</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/dock.py" />
      <source>Copy chart and numbers.</source>
      <translation>Copiar gráfico y números.</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/dock.py" />
      <source>Draw a line on the map; a right click ends it.</source>
      <translation>Dibuje una línea en el mapa; termine con un clic derecho.</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/dock.py" />
      <source>Draw the line of a profile; a right click ends it.</source>
      <translation>Dibuje la línea de un perfil; termine con un clic derecho.</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/dock.py" />
      <source>Forget all selections.</source>
      <translation>Olvidar todas las selecciones.</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/dock.py" />
      <source>Groundshift explorer</source>
      <translation>Explorador de Groundshift</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/dock.py" />
      <source>Layer chosen in the layer panel</source>
      <translation>Capa elegida en el panel Capas</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/dock.py" />
      <source>Open a series</source>
      <translation>Abrir una serie</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/dock.py" />
      <source>Open a series file (timeseries.h5).</source>
      <translation>Abrir un archivo de serie (timeseries.h5).</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/dock.py" />
      <source>Open…</source>
      <translation>Abrir…</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/dock.py" />
      <source>Point</source>
      <translation>Punto</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/dock.py" />
      <source>Polygon</source>
      <translation>Polígono</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/dock.py" />
      <source>Profile</source>
      <translation>Perfil</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/dock.py" />
      <source>Reference</source>
      <translation>Referencia</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/dock.py" />
      <source>Save</source>
      <translation>Guardar</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/dock.py" />
      <source>Save as PNG, SVG or CSV.</source>
      <translation>Guardar como PNG, SVG o CSV.</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/dock.py" />
      <source>Save…</source>
      <translation>Guardar…</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/dock.py" />
      <source>Series</source>
      <translation>Serie</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/dock.py" />
      <source>The mean of what lies in a polygon; a right click ends it.</source>
      <translation>La media de lo que queda dentro de un polígono; termine con un clic derecho.</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/dock.py" />
      <source>Where series are read.</source>
      <translation>De dónde se leen las series.</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/dock.py" />
      <source>{file}: a chart is saved as .png, .svg or .csv; choose one of them.</source>
      <translation>{file}: un gráfico se guarda como .png, .svg o .csv; elija uno de ellos.</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/map_problems.py" />
      <source>The layer's points are being indexed; the series comes in a moment.</source>
      <translation>Se están indexando los puntos de la capa; la serie aparecerá en un momento.</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/map_problems.py" />
      <source>The place has no coordinates in the layer's CRS; choose one nearer to the layer.</source>
      <translation>El lugar no tiene coordenadas en el SRC de la capa; elija uno más cercano a la capa.</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/model_panel.py" />
      <source>1: a constant rate; 2: with an acceleration.</source>
      <translation>1: velocidad constante; 2: con aceleración.</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/model_panel.py" />
      <source>Choose by BIC</source>
      <translation>Elegir por BIC</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/model_panel.py" />
      <source>Curve</source>
      <translation>Curva</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/model_panel.py" />
      <source>Dates of sudden offsets: YYYYMMDD.</source>
      <translation>Fechas de saltos bruscos: YYYYMMDD.</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/model_panel.py" />
      <source>Degree</source>
      <translation>Grado</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/model_panel.py" />
      <source>Exp</source>
      <translation>Exp</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/model_panel.py" />
      <source>Fit a model</source>
      <translation>Ajustar un modelo</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/model_panel.py" />
      <source>Log</source>
      <translation>Log</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/model_panel.py" />
      <source>Only the terms that the series calls for.</source>
      <translation>Solo los términos que la serie justifica.</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/model_panel.py" />
      <source>Residuals</source>
      <translation>Residuos</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/model_panel.py" />
      <source>Seasons</source>
      <translation>Estacionalidad</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/model_panel.py" />
      <source>Steps</source>
      <translation>Saltos</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/model_panel.py" />
      <source>Steps on unknown dates, at most so many.</source>
      <translation>Saltos en fechas desconocidas, como máximo este número.</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/model_panel.py" />
      <source>YYYYMMDD:tau with tau in days; at one of all terms tau can be left out.</source>
      <translation>YYYYMMDD:tau con tau en días; en uno de los términos se puede omitir tau.</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/model_panel.py" />
      <source>annual</source>
      <translation>anual</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/model_panel.py" />
      <source>semi-annual</source>
      <translation>semestral</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/nearest.py" />
      <source>Index of {name}</source>
      <translation>Índice de {name}</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/profile_panel.py" />
      <source>25–75 %</source>
      <translation>25–75 %</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/profile_panel.py" />
      <source>5–95 %</source>
      <translation>5–95 %</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/profile_panel.py" />
      <source>Bins</source>
      <translation>Intervalos</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/profile_panel.py" />
      <source>Choose a layer of rates for the profile.</source>
      <translation>Elija una capa de velocidades para el perfil.</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/profile_panel.py" />
      <source>Distance</source>
      <translation>Distancia</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/profile_panel.py" />
      <source>Height (m)</source>
      <translation>Altura (m)</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/profile_panel.py" />
      <source>Layer</source>
      <translation>Capa</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/profile_panel.py" />
      <source>Swath width</source>
      <translation>Anchura de la franja</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/profile_panel.py" />
      <source>Terrain</source>
      <translation>Terreno</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/profile_panel.py" />
      <source>Value</source>
      <translation>Valor</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/profile_panel.py" />
      <source>mean</source>
      <translation>media</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/profile_panel.py" />
      <source>median</source>
      <translation>mediana</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/profile_panel.py" />
      <source>terrain</source>
      <translation>terreno</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/series_panel.py" />
      <source>Add events…</source>
      <translation>Añadir eventos…</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/series_panel.py" />
      <source>Add values by date…</source>
      <translation>Añadir valores por fecha…</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/series_panel.py" />
      <source>Add what is clicked to what is shown.</source>
      <translation>Añadir lo que se pulse a lo que se muestra.</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/series_panel.py" />
      <source>Auxiliary data</source>
      <translation>Datos auxiliares</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/series_panel.py" />
      <source>Error bars</source>
      <translation>Barras de error</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/series_panel.py" />
      <source>Events</source>
      <translation>Eventos</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/series_panel.py" />
      <source>From 0</source>
      <translation>Desde 0</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/series_panel.py" />
      <source>Keep</source>
      <translation>Mantener</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/series_panel.py" />
      <source>Let every series begin at 0.</source>
      <translation>Hacer que todas las series empiecen en 0.</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/series_panel.py" />
      <source>Model</source>
      <translation>Modelo</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/series_panel.py" />
      <source>No reference</source>
      <translation>Sin referencia</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/series_panel.py" />
      <source>Rain, water level and the like: CSV with a date and a value a row.</source>
      <translation>Lluvia, nivel del agua y similares: CSV con una fecha y un valor por fila.</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/series_panel.py" />
      <source>Reference: {name} (take away)</source>
      <translation>Referencia: {name} (quitar)</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/series_panel.py" />
      <source>Selections</source>
      <translation>Selecciones</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/series_panel.py" />
      <source>Standard deviations, where known.</source>
      <translation>Desviaciones estándar, donde se conocen.</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/series_panel.py" />
      <source>Take all away</source>
      <translation>Quitar todo</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/series_panel.py" />
      <source>Values by date</source>
      <translation>Valores por fecha</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/series_panel.py" />
      <source>Vertical lines: CSV with a date and a name a row.</source>
      <translation>Líneas verticales: CSV con una fecha y un nombre por fila.</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/session.py" />
      <source>Click a point or a pixel on the map, or draw a polygon.</source>
      <translation>Pulse sobre un punto o un píxel en el mapa, o dibuje un polígono.</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/session.py" />
      <source>Displacement</source>
      <translation>Desplazamiento</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/session.py" />
      <source>Residual</source>
      <translation>Residuo</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/sources.py" />
      <source>Choose a layer in the layer panel, or open a file of a series.</source>
      <translation>Elija una capa en el panel Capas o abra el archivo de una serie.</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/sources.py" />
      <source>{layer}: has no fields named by dates (such as D20200131), so no series; choose another layer.</source>
      <translation>{layer}: no tiene campos con nombres de fecha (como D20200131) y, por tanto, tampoco serie; elija otra capa.</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/sources.py" />
      <source>{layer}: is no layer of points or pixels; choose one that has a displacement series.</source>
      <translation>{layer}: no es una capa de puntos ni de píxeles; elija una que tenga serie de desplazamiento.</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/sources.py" />
      <source>{layer}: its bands tell no dates, and neither beside it nor where its history says is a timeseries.h5 on its grid; open the file of the series.</source>
      <translation>{layer}: sus bandas no indican fechas, y ni a su lado ni donde dice su historial hay un timeseries.h5 con su misma cuadrícula; abra el archivo de la serie.</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/sources.py" />
      <source>{layer}: no point lies in the polygon; draw it elsewhere or larger.</source>
      <translation>{layer}: no hay ningún punto dentro del polígono; dibújelo en otro lugar o más grande.</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/sources.py" />
      <source>{layer}: there is no point near; click on one.</source>
      <translation>{layer}: no hay ningún punto cerca; pulse sobre uno.</translation>
    </message>
    <message>
      <location filename="../../ui/welcome/demo.py" />
      <source>Active areas</source>
      <translation>Áreas activas</translation>
    </message>
    <message>
      <location filename="../../ui/welcome/demo.py" />
      <source>Groundshift demo scene</source>
      <translation>Escena de demostración de Groundshift</translation>
    </message>
    <message>
      <location filename="../../ui/welcome/demo.py" />
      <source>Motion points (mm/yr)</source>
      <translation>Puntos de movimiento (mm/yr)</translation>
    </message>
    <message>
      <location filename="../../ui/welcome/demo.py" />
      <source>Temporal coherence</source>
      <translation>Coherencia temporal</translation>
    </message>
    <message>
      <location filename="../../ui/welcome/demo.py" />
      <source>The demo was stopped.</source>
      <translation>La demostración se detuvo.</translation>
    </message>
    <message>
      <location filename="../../ui/welcome/demo.py" />
      <source>The tool {tool} is missing; install Groundshift anew.</source>
      <translation>Falta la herramienta {tool}; vuelva a instalar Groundshift.</translation>
    </message>
    <message>
      <location filename="../../ui/welcome/demo.py" />
      <source>True bowls and landslides</source>
      <translation>Cubetas y deslizamientos de ladera verdaderos</translation>
    </message>
    <message>
      <location filename="../../ui/welcome/demo.py" />
      <source>True velocity (mm/yr)</source>
      <translation>Velocidad verdadera (mm/yr)</translation>
    </message>
    <message>
      <location filename="../../ui/welcome/demo.py" />
      <source>Velocity (mm/yr)</source>
      <translation>Velocidad (mm/yr)</translation>
    </message>
    <message>
      <location filename="../../ui/welcome/demo.py" />
      <source>the log says more.</source>
      <translation>el registro da más detalles.</translation>
    </message>
    <message>
      <location filename="../../ui/welcome/demo.py" />
      <source>{folder}: cannot be made ({why}); choose another folder.</source>
      <translation>{folder}: no se puede crear ({why}); elija otra carpeta.</translation>
    </message>
    <message>
      <location filename="../../ui/welcome/page.py" />
      <source>A model; the model designer can open and change it.</source>
      <translation>Un modelo; se puede abrir y modificar en el diseñador de modelos.</translation>
    </message>
    <message>
      <location filename="../../ui/welcome/page.py" />
      <source>First steps: landslide inventory</source>
      <translation>Primeros pasos: inventario de deslizamientos</translation>
    </message>
    <message>
      <location filename="../../ui/welcome/page.py" />
      <source>Folder for the demo</source>
      <translation>Carpeta para la demostración</translation>
    </message>
    <message>
      <location filename="../../ui/welcome/page.py" />
      <source>Groundshift: start</source>
      <translation>Groundshift: inicio</translation>
    </message>
    <message>
      <location filename="../../ui/welcome/page.py" />
      <source>Help</source>
      <translation>Ayuda</translation>
    </message>
    <message>
      <location filename="../../ui/welcome/page.py" />
      <source>Load the demo</source>
      <translation>Cargar la demostración</translation>
    </message>
    <message>
      <location filename="../../ui/welcome/page.py" />
      <source>No program here opens web pages; the page is {address}.</source>
      <translation>Ningún programa abre aquí páginas web; la página es {address}.</translation>
    </message>
    <message>
      <location filename="../../ui/welcome/page.py" />
      <source>Nothing yet? The demo scene</source>
      <translation>¿Aún no tiene datos? La escena de demostración</translation>
    </message>
    <message>
      <location filename="../../ui/welcome/page.py" />
      <source>Opens in the web browser; no network is needed.</source>
      <translation>Se abre en el navegador web; no hace falta conexión.</translation>
    </message>
    <message>
      <location filename="../../ui/welcome/page.py" />
      <source>Simulates interferograms over two subsiding bowls and six landslides, runs the whole chain on them, and shows rates, points and active areas beside the truth, while you work on. Half a minute; two on first use.</source>
      <translation>Simula interferogramas sobre dos cubetas de subsidencia y seis deslizamientos de ladera, les aplica toda la cadena y muestra velocidades, puntos y áreas activas junto a los valores verdaderos, mientras usted sigue trabajando. Medio minuto; dos la primera vez.</translation>
    </message>
    <message>
      <location filename="../../ui/welcome/page.py" />
      <source>Stop</source>
      <translation>Detener</translation>
    </message>
    <message>
      <location filename="../../ui/welcome/page.py" />
      <source>The demo scene is on the map; its files and a report.html are in {folder}.</source>
      <translation>La escena de demostración está en el mapa; sus archivos y un report.html están en {folder}.</translation>
    </message>
    <message>
      <location filename="../../ui/welcome/page.py" />
      <source>This page comes back by Plugins, Groundshift, or its button in a toolbar.</source>
      <translation>Esta página se vuelve a abrir desde Complementos, Groundshift, o con su botón en una barra de herramientas.</translation>
    </message>
    <message>
      <location filename="../../ui/welcome/page.py" />
      <source>This tool could not be loaded; the log says why.</source>
      <translation>No se pudo cargar esta herramienta; el registro indica por qué.</translation>
    </message>
    <message>
      <location filename="../../ui/welcome/page.py" />
      <source>Tutorial: stress on faults</source>
      <translation>Tutorial: esfuerzo en fallas</translation>
    </message>
    <message>
      <location filename="../../ui/welcome/page.py" />
      <source>What do you have?</source>
      <translation>¿Qué datos tiene?</translation>
    </message>
    <message>
      <location filename="../../ui/welcome/page.py" />
      <source>a temporary folder, which QGIS removes when it closes</source>
      <translation>una carpeta temporal, que QGIS elimina al cerrarse</translation>
    </message>
    <message>
      <location filename="../../ui/welcome/rows.py" />
      <source>A displacement map becomes a fault, its slip, and the stress on the faults nearby: the model does all of it, the tools each step.</source>
      <translation>De un mapa de desplazamiento se obtienen una falla, su deslizamiento y el esfuerzo en las fallas vecinas: el modelo lo hace todo; las herramientas, cada paso.</translation>
    </message>
    <message>
      <location filename="../../ui/welcome/rows.py" />
      <source>A finished velocity map</source>
      <translation>Un mapa de velocidad ya terminado</translation>
    </message>
    <message>
      <location filename="../../ui/welcome/rows.py" />
      <source>A folder of unwrapped pairs (ASF HyP3, COMET LiCSAR, GAMMA, MintPy, plain GeoTIFF) becomes ground motion with a series at every point. The chain corrects and reports; the model is the short way; or begin step by step with the import.</source>
      <translation>Una carpeta de pares desenrollados (ASF HyP3, COMET LiCSAR, GAMMA, MintPy, GeoTIFF simple) se convierte en movimiento del terreno con una serie en cada punto. La cadena corrige e informa; el modelo es el camino corto; o empiece paso a paso por la importación.</translation>
    </message>
    <message>
      <location filename="../../ui/welcome/rows.py" />
      <source>A landslide inventory</source>
      <translation>Un inventario de deslizamientos de ladera</translation>
    </message>
    <message>
      <location filename="../../ui/welcome/rows.py" />
      <source>An earthquake</source>
      <translation>Un terremoto</translation>
    </message>
    <message>
      <location filename="../../ui/welcome/rows.py" />
      <source>Coregistered complex images become persistent and distributed scatterers: in one tool, as a model that can be changed, or step by step from the import.</source>
      <translation>Las imágenes complejas corregistradas se convierten en dispersores persistentes y distribuidos: con una sola herramienta, como modelo modificable o paso a paso desde la importación.</translation>
    </message>
    <message>
      <location filename="../../ui/welcome/rows.py" />
      <source>EGMS or other points</source>
      <translation>EGMS u otros puntos</translation>
    </message>
    <message>
      <location filename="../../ui/welcome/rows.py" />
      <source>Interferograms</source>
      <translation>Interferogramas</translation>
    </message>
    <message>
      <location filename="../../ui/welcome/rows.py" />
      <source>Motion says which landslides are active now, and where there are new ones: from points or a velocity map, or by the model straight from interferograms.</source>
      <translation>El movimiento indica qué deslizamientos de ladera están activos ahora y dónde hay nuevos: a partir de puntos o de un mapa de velocidad, o con el modelo directamente desde los interferogramas.</translation>
    </message>
    <message>
      <location filename="../../ui/welcome/rows.py" />
      <source>Only an elevation model</source>
      <translation>Solo un modelo de elevación</translation>
    </message>
    <message>
      <location filename="../../ui/welcome/rows.py" />
      <source>Radar images (SLC)</source>
      <translation>Imágenes de radar (SLC)</translation>
    </message>
    <message>
      <location filename="../../ui/welcome/rows.py" />
      <source>Rates from elsewhere come in with the import; then find active areas, turn rates along the line of sight into rates down the slope, and compare with ground data.</source>
      <translation>Las velocidades de otras fuentes entran con la importación; después se pueden buscar áreas activas, convertir velocidades en línea de vista en velocidades a lo largo de la pendiente y comparar con datos de terreno.</translation>
    </message>
    <message>
      <location filename="../../ui/welcome/rows.py" />
      <source>See beforehand where the radar is blind (layover and shadow) and where it will find targets.</source>
      <translation>Ver de antemano dónde el radar está ciego (layover y sombra) y dónde encontrará blancos.</translation>
    </message>
    <message>
      <location filename="../../ui/welcome/rows.py" />
      <source>Tables and layers of measured points become one kind of layer; then find the areas that move and what they threaten, or split two orbits into up and east.</source>
      <translation>Tablas y capas de puntos medidos pasan a ser un único tipo de capa; después se buscan las áreas que se mueven y lo que amenazan, o se descomponen dos órbitas en vertical y este.</translation>
    </message>
  </context>
</TS>
